/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm that has a client of the API's name for something else. */
@OnOneDatabase
class ForeignClientIT {

    private static final String ORIGIN = "https://intranet.example.com";

    @RegisterExtension
    static final App server = App.fresh();

    private App app;

    @BeforeEach
    void aRealmWithSuchAClient() {
        app = App.fresh()
                .with("heimdall.enabled", "false")
                .withRealm(
                        "clients",
                        List.of(Map.of("clientId", "heimdall", "publicClient", true, "webOrigins", List.of(ORIGIN))))
                .withRealm("roles", Map.of("client", Map.of("heimdall", List.of(Map.of("name", "user.delete")))))
                .createOn(server.server());
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenAClientOfAnother_whenOptingIn_thenTheRealmIsNotServedAndTheClientStaysAsItIs() {
        Map<String, Object> before = app.realm().client("heimdall");

        optIn();

        app.api().signup(TestUser.ada()).statusCode(404);
        app.api()
                .request(Method.GET, "/.well-known/jwks.json", null, Map.of("Origin", ORIGIN))
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", (String) null);
        assertThat(app.realm().client("heimdall"))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(before);
        assertThat(app.realm().clientRoles("heimdall")).hasSize(1);
    }

    @Test
    void givenAClientOfAnother_whenAnAdminAsks_thenTheHealthSaysWhatToDo() {
        optIn();

        app.platform().as(Method.GET, "/end-users", null).statusCode(409).body("code", equalTo("CLIENT_NOT_OURS"));
        app.platform()
                .as(Method.GET, "/health", null)
                .statusCode(200)
                .body("data.code", contains("client_not_ours"))
                .body("data.severity", contains("error"));
    }

    @Test
    void givenAClientOfAnother_whenItIsHandedOver_thenItIsTheAppsAndItsLoginsAreToldOf() {
        optIn();
        Map<String, Object> client = new HashMap<>(app.realm().client("heimdall"));
        client.put("attributes", Map.of("heimdall.client", "true"));

        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);

        app.platform().as(Method.GET, "/health", null).body("data.code", contains("client_can_log_in"));
        assertThat(app.realm().clientRoles("heimdall")).hasSize(16);
        app.api().signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenAClientOfAnother_whenItGetsAnotherId_thenTheAppIsServed() {
        optIn();
        Map<String, Object> client = new HashMap<>(app.realm().client("heimdall"));
        client.put("clientId", "intranet");

        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);

        app.platform().as(Method.GET, "/health", null).body("data", empty());
        app.api().signup(TestUser.ada()).statusCode(200);
    }

    private void optIn() {
        app.realm().setAttributes(Map.of("heimdall.enabled", "true"));
    }
}
