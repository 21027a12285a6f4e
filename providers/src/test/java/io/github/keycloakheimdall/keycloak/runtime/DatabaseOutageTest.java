/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.net.SocketException;
import java.nio.channels.OverlappingFileLockException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ModelException;

class DatabaseOutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P03", "90020", "90028", "90098"})
    void givenAStateOfADatabaseThatIsAway_thenAnOutage(String state) {
        assertThat(DatabaseOutage.isCauseOf(wrapped(new SQLException("away", state))))
                .isTrue();
    }

    @Test
    void givenAPoolThatHasNoConnectionInTime_thenAnOutage() {
        assertThat(DatabaseOutage.isCauseOf(
                        wrapped(new SQLException("Acquisition timeout", new TimeoutException("pool")))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22021", "40001", "57014"})
    void givenAStateThatTellsOfTheStatement_thenNone(String state) {
        assertThat(DatabaseOutage.isCauseOf(wrapped(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void givenABrokenConnectionThatKeycloakLeftAlone_thenAnOutage() {
        assertThat(DatabaseOutage.isCauseOf(
                        new ModelException("Database operation failed", new SocketException("Broken pipe"))))
                .isTrue();
    }

    @Test
    void givenAFileThatAnotherConnectionIsAboutToOpen_thenAnOutage() {
        assertThat(DatabaseOutage.isCauseOf(
                        new ModelException("Database operation failed", new OverlappingFileLockException())))
                .isTrue();
    }

    @Test
    void givenACommitThatFailedForAnOutage_thenAnOutage() {
        RollbackException failed = new RollbackException("Could not commit transaction");
        failed.addSuppressed(new IllegalStateException(new SQLException("File too large", "53100")));
        assertThat(DatabaseOutage.isCauseOf(new RuntimeException(failed))).isTrue();
    }

    @Test
    void givenACommitThatFailedForAConstraint_thenNone() {
        RollbackException failed = new RollbackException("Could not commit transaction");
        failed.addSuppressed(new IllegalStateException(new SQLException("duplicate key", "23505")));
        assertThat(DatabaseOutage.isCauseOf(new RuntimeException(failed))).isFalse();
    }

    @Test
    void givenNoWordOfADatabase_thenNone() {
        assertThat(DatabaseOutage.isCauseOf(new ModelException("refused by the policy")))
                .isFalse();
    }

    private static ModelException wrapped(SQLException cause) {
        return new ModelException("Database operation failed", new PersistenceException(cause));
    }
}
