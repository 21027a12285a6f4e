/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Platform;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machine clients at the platform API. */
class MachineClientsIT {

    private static final String CREDENTIALS = "/credentials";

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App paged = App.fresh();

    @Test
    void givenANewClient_whenReading_thenItIsActiveAndKeycloaksOwn() {
        JsonPath made = app.platform()
                .as(Method.POST, CREDENTIALS, Map.of("name", "CI"))
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = made.getString("client_id");

        app.platform()
                .as(Method.GET, CREDENTIALS + '/' + id, null)
                .statusCode(200)
                .body("name", equalTo("CI"))
                .body("is_active", equalTo(true))
                .body("scopes", hasSize(0));
        assertThat(app.realm().client(id))
                .containsEntry("id", made.getString("id"))
                .containsEntry("serviceAccountsEnabled", true)
                .containsEntry("publicClient", false);
    }

    @Test
    void givenScopes_whenReplaced_thenATokenThatIsOutLosesWhatWasTaken() {
        Platform.Machine machine = app.platform().machine("user.list", "role.read");
        String token = app.api().machineToken(machine);
        app.api().verify(token).body("principal.permissions", equalTo(List.of("role.read", "user.list")));

        setScopes(machine, List.of("user.list", "user.read")).statusCode(200);

        app.api().verify(token).body("principal.permissions", equalTo(List.of("user.list")));
        app.platform()
                .as(Method.GET, CREDENTIALS + '/' + machine.id(), null)
                .body("scopes.action", equalTo(List.of("list", "read")))
                .body("scopes.resource", equalTo(List.of("user", "user")))
                .body("last_used_at", notNullValue());
    }

    @Test
    void givenAnUnknownScope_whenSetting_thenBadRequestAndNothingChanged() {
        Platform.Machine machine = app.platform().machine("user.list");

        setScopes(machine, List.of("user.read", "no.such")).statusCode(400);

        app.api().verify(app.api().machineToken(machine)).body("principal.permissions", equalTo(List.of("user.list")));
    }

    @Test
    void givenARotatedSecret_whenAskingForATokenWithTheOldOne_thenUnauthorized() {
        Platform.Machine machine = app.platform().machine();

        String fresh = app.platform()
                .as(Method.POST, CREDENTIALS + '/' + machine.id() + "/rotate", null)
                .statusCode(200)
                .extract()
                .path("client_secret");

        token(machine).statusCode(401);
        token(new Platform.Machine(machine.id(), fresh)).statusCode(200);
    }

    @Test
    void givenAClientSwitchedOff_whenItsTokenIsUsed_thenItIsRevokedAndNoOtherIsGiven() {
        Platform.Machine machine = app.platform().machine("user.list");
        String token = app.api().machineToken(machine);

        app.platform()
                .as(Method.PATCH, CREDENTIALS + '/' + machine.id(), Map.of("is_active", false))
                .statusCode(200);

        app.api().verify(token).body("valid", equalTo(false)).body("error", equalTo("TOKEN_REVOKED"));
        token(machine).statusCode(401);
        app.platform()
                .as(Method.PATCH, CREDENTIALS + '/' + machine.id(), Map.of("is_active", true))
                .statusCode(200);
        token(machine).statusCode(200);
    }

    @Test
    void givenADeletedClient_whenItsTokenIsUsed_thenItIsRevoked() {
        Platform.Machine machine = app.platform().machine();
        String token = app.api().machineToken(machine);

        app.platform().as(Method.DELETE, CREDENTIALS + '/' + machine.id(), null).statusCode(204);

        app.api().verify(token).body("error", equalTo("TOKEN_REVOKED"));
        app.platform().as(Method.GET, CREDENTIALS + '/' + machine.id(), null).statusCode(404);
        assertThat(app.realm().client(machine.id())).isNull();
        assertThat(app.realm().user("service-account-" + machine.id())).isNull();
    }

    @Test
    void givenSeveralClients_whenPaging_thenEachComesOnce() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(paged.platform().machine().id());
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = paged.platform()
                    .as(Method.GET, CREDENTIALS + "?limit=2" + cursor, null)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("data.client_id"));
            cursor = page.getBoolean("pagination.has_more")
                    ? "&cursor=" + page.getString("pagination.next_cursor")
                    : null;
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?limit=-1", "?cursor=x", "?cursor=!!"})
    void givenABadQuery_whenListing_thenBadRequest(String query) {
        app.platform().as(Method.GET, CREDENTIALS + query, null).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heimdall", "account", "m2m_none", "m2m_%00", "%20"})
    void givenWhatIsNoMachineClient_whenReadingOrDeleting_thenNotFound(String id) {
        app.platform().as(Method.GET, CREDENTIALS + '/' + id, null).statusCode(404);
        app.platform().as(Method.DELETE, CREDENTIALS + '/' + id, null).statusCode(404);
    }

    @Test
    void givenAnIdempotencyKey_whenRepeated_thenOneClientIsMade() {
        Map<String, String> body = Map.of("name", "Once");
        String first = app.platform()
                .once("client-1", Method.POST, CREDENTIALS, body)
                .statusCode(201)
                .extract()
                .asString();

        assertThat(app.platform()
                        .once("client-1", Method.POST, CREDENTIALS, body)
                        .extract()
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void givenChanges_whenAnAdminLooksAtTheAdminEvents_thenTheyAreThere() {
        Platform.Machine machine = app.platform().machine();

        String id = (String) app.realm().client(machine.id()).get("id");

        assertThat(app.realm().list("/admin-events?resourcePath=clients/" + id)).isNotEmpty();
    }

    private static ValidatableResponse setScopes(Platform.Machine machine, List<String> permissions) {
        return app.platform()
                .as(Method.PUT, CREDENTIALS + '/' + machine.id() + "/scopes", Map.of("permissions", permissions));
    }

    private static ValidatableResponse token(Platform.Machine machine) {
        return app.api()
                .request(Method.POST, "/oauth/token", machine.credentials(), Map.of())
                .then();
    }
}
