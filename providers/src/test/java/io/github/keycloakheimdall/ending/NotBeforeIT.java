/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.ending;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Platform.Machine;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keycloak's "not before", at everything that takes a token. */
class NotBeforeIT {

    @RegisterExtension
    static final App app = App.fresh();

    /** Ahead of the tokens, which are of this second. */
    private static final int AHEAD = 30;

    private final TestUser ada = TestUser.ada();
    private Tokens tokens;

    /** Whose "not before" it is. */
    enum Of {
        REALM,
        CLIENT
    }

    @BeforeEach
    void signUp() {
        tokens = app.api().signedUp(ada);
    }

    @AfterEach
    void takeBack() {
        set(Of.REALM, 0);
        set(Of.CLIENT, 0);
    }

    @ParameterizedTest
    @EnumSource(Of.class)
    void givenANotBefore_whenUsingTheBearer_thenRefusedEverywhere(Of of) {
        set(of, now() + AHEAD);

        app.api().me(tokens.access()).statusCode(401);
        app.api().verify(tokens.access()).statusCode(200).body("error", equalTo("TOKEN_REVOKED"));
        app.api()
                .as(tokens.access(), Method.POST, "/oauth/introspect", Map.of())
                .statusCode(200)
                .body("active", equalTo(false));
        app.api()
                .as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", "t"))
                .statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(Of.class)
    void givenANotBefore_whenRefreshing_thenRefused(Of of) {
        set(of, now() + AHEAD);

        app.api().refresh(tokens.refresh()).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(Of.class)
    void givenANotBeforeOfThePast_whenUsingTheTokens_thenTheyHold(Of of) {
        set(of, now() - AHEAD);

        app.api().me(tokens.access()).statusCode(200);
        app.api().refresh(tokens.refresh()).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(Of.class)
    void givenANotBefore_whenABearerLoggedOut_thenRefused(Of of) {
        app.api().logout(tokens.refresh()).statusCode(204);

        set(of, now() + AHEAD);

        app.api().me(tokens.access()).statusCode(401);
    }

    @Test
    void givenAMachineWhoseAccountWasLoggedOut_whenUsingItsToken_thenRefused() {
        Machine machine = app.platform().machine("user.read");
        String bearer = app.api().machineToken(machine);
        Object client = app.realm().client(machine.id()).get("id");
        Map<String, Object> account = app.realm()
                .call(Method.GET, "/clients/" + client + "/service-account-user", null)
                .jsonPath()
                .getMap("$");
        app.api().verify(bearer).body("valid", equalTo(true));
        awaitAnotherSecond();

        app.realm().logoutUser((String) account.get("id"));

        app.api().verify(bearer).body("error", equalTo("TOKEN_REVOKED"));
        app.api().verify(app.api().machineToken(machine)).body("valid", equalTo(true));
    }

    @Test
    void givenADisabledClient_whenRefreshing_thenTheAppIsSuspended() {
        Map<String, Object> client = app.realm().client("heimdall");
        put(client, "enabled", false);
        try {
            app.api().refresh(tokens.refresh()).statusCode(403);
            app.api().me(tokens.access()).statusCode(403);
        } finally {
            put(client, "enabled", true);
        }
        app.api().refresh(tokens.refresh()).statusCode(200);
    }

    private static void set(Of of, int notBefore) {
        if (of == Of.REALM) {
            app.realm().update(Map.of("notBefore", notBefore));
        } else {
            put(app.realm().client("heimdall"), "notBefore", notBefore);
        }
    }

    private static void put(Map<String, Object> client, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(client);
        changed.put(field, value);
        app.realm().call(Method.PUT, "/clients/" + client.get("id"), changed);
    }

    private static void awaitAnotherSecond() {
        int second = now();
        await().until(() -> now() > second);
    }

    private static int now() {
        return Math.toIntExact(Instant.now().getEpochSecond());
    }
}
