/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakLine;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How often the hot routes ask the database, {@code BEGIN} and {@code COMMIT} included, from what PostgreSQL logs. A
 * change of these numbers is a decision, not an accident.
 */
@LooksIntoTheServer
class StatementsIT {

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final StatementLog log = new StatementLog();

    private final TestUser ada = TestUser.ada();
    private Tokens tokens;

    @BeforeEach
    void signUp() {
        tokens = app.api().signedUp(ada);
    }

    @Test
    void givenWarmCaches_whenReadingTheProfile_thenTheDatabaseIsNotAsked() {
        assertThat(statements(() -> app.api().me(tokens.access()).statusCode(200)))
                .isEmpty();
    }

    @Test
    void givenWarmCaches_whenReadingThePermissions_thenTheDatabaseIsNotAsked() {
        assertThat(statements(() -> app.api().permissions(tokens.access()).statusCode(200)))
                .isEmpty();
    }

    @Test
    void givenWarmCaches_whenVerifyingAToken_thenTheDatabaseIsNotAsked() {
        assertThat(statements(() -> post("/verify", Map.of("token", tokens.access()))))
                .isEmpty();
    }

    @Test
    void givenWarmCaches_whenAuthorizing_thenTheDatabaseIsNotAsked() {
        assertThat(statements(() ->
                        post("/authorize", Map.of("token", tokens.access(), "permissions", List.of("user.read")))))
                .isEmpty();
    }

    @Test
    void givenWarmCaches_whenAForgedTokenComes_thenTheDatabaseIsNotAsked() {
        assertThat(statements(() -> app.api().me(tokens.access() + "x").statusCode(401)))
                .isEmpty();
    }

    @Test
    void givenASignin_thenTheSessionsAreReadAndOneIsStored() {
        assertThat(statements(() -> app.api().signin(ada).statusCode(200))).hasSize(10);
    }

    /** Since 26.7 Keycloak locks the row first. */
    @Test
    void givenARefresh_thenOneRowChanges() {
        AtomicReference<Tokens> current = new AtomicReference<>(tokens);
        assertThat(statements(() ->
                        current.set(Tokens.of(app.api().refresh(current.get().refresh())))))
                .hasSize(KeycloakLine.isBefore26(7) ? 4 : 5);
    }

    @Test
    void givenAListOfSessions_thenItIsReadInTwoQueries() {
        assertThat(statements(() -> app.api().sessions(tokens.access()).statusCode(200)))
                .hasSize(4);
    }

    private static List<String> statements(Runnable request) {
        return log.of(request);
    }

    private static void post(String path, Map<String, ?> body) {
        app.api().request(Method.POST, path, body, Map.of()).then().statusCode(200);
    }
}
