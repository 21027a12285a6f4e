/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ModelException;

class CollisionTest {

    @ParameterizedTest
    @ValueSource(strings = {"23503", "23505", "23506", "40001", "40P01", "55P03"})
    void givenAStateThatTellsOfAnothersChange_thenACollision(String state) {
        RollbackException failed = new RollbackException("Could not commit transaction");
        failed.addSuppressed(new IllegalStateException(new SQLException("too late", state)));

        assertThat(Collision.isCauseOf(
                        new ModelException("Database operation failed", new SQLException("too late", state))))
                .isTrue();
        assertThat(Collision.isCauseOf(new RuntimeException(failed))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("gone")
    void givenARowThatIsGone_thenACollision(RuntimeException failure) {
        assertThat(Collision.isCauseOf(new ModelException("Database operation failed", failure)))
                .isTrue();
    }

    static Stream<RuntimeException> gone() {
        return Stream.of(
                new OptimisticLockException(),
                new EntityNotFoundException(),
                new StaleObjectStateException("UserEntity", "1"),
                new IllegalStateException("Not found in database"),
                thrownIn("org.keycloak.models.cache.infinispan.DefaultLazyLoader"));
    }

    private static NullPointerException thrownIn(String className) {
        NullPointerException thrown = new NullPointerException();
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(className, "get", null, 1)});
        return thrown;
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "22021", "23502", "42601", "53100"})
    void givenAnyOtherState_thenNone(String state) {
        assertThat(Collision.isCauseOf(
                        new ModelException("Database operation failed", new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void givenAMistake_thenNone() {
        assertThat(Collision.isCauseOf(new IllegalStateException("this route lets anyone in")))
                .isFalse();
        assertThat(Collision.isCauseOf(new SQLException("the pool has none", (String) null)))
                .isFalse();
        assertThat(Collision.isCauseOf(thrownIn("io.github.keycloakheimdall.role.Roles")))
                .isFalse();
    }
}
