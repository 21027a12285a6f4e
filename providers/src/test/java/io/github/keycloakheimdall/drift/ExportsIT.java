/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An app that is exported over Keycloak's admin API and imported again, whole or in parts. */
@OnOneDatabase
class ExportsIT {

    private static final String STARS = "**********";

    @RegisterExtension
    static final App server = App.fresh();

    private App app;

    @BeforeEach
    void anApp() {
        app = App.fresh().with("heimdall.max_sessions", "7").createOn(server.server());
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void givenAnExport_whenItIsImportedAgain_thenTheAppWorks(boolean groupsAndRoles, boolean clients) {
        app.realm().removeComposites("admin", List.of(app.realm().permission("user.update")));

        importAgain(export(groupsAndRoles, clients));

        app.platform().as(Method.GET, "/health", null).body("data", empty());
        app.api().signup(TestUser.ada()).statusCode(200);
        assertThat(app.realm().clientRoles("heimdall")).hasSize(16);
        assertThat(permissionsOf("owner")).hasSize(16);
        assertThat(permissionsOf("admin")).contains("user.list");
        assertThat(permissionsOf("admin").contains("user.update")).isEqualTo(!groupsAndRoles);
        app.platform().as(Method.GET, "/auth-config", null).body("max_sessions", equalTo(7));
    }

    @Test
    void givenAnExportWithClients_whenItIsImportedAgain_thenTheStarsAreNoSecret() {
        Platform.Machine machine = app.platform().machine("user.read");

        importAgain(export(true, true));

        Platform.Machine stars = new Platform.Machine(machine.id(), STARS);
        app.api()
                .request(Method.POST, "/oauth/token", stars.credentials(), Map.of())
                .then()
                .statusCode(401);
        atKeycloak(stars).then().statusCode(401);
        app.platform().as(Method.GET, "/health", null).body("data.code", contains("machine_secret_missing"));
    }

    @Test
    void givenAMachineWithoutItsSecret_whenItGetsANewOne_thenItWorksAndTheAppIsHealthy() {
        Platform.Machine machine = app.platform().machine();
        importAgain(export(true, true));

        String secret = app.platform()
                .as(Method.POST, "/credentials/" + machine.id() + "/rotate", null)
                .statusCode(200)
                .extract()
                .path("client_secret");

        app.api().machineToken(new Platform.Machine(machine.id(), secret));
        app.platform().as(Method.GET, "/health", null).body("data", empty());
    }

    @Test
    void givenAPartialImportOfAMachine_whenItComesWithStars_thenTheyAreNoSecret() {
        app.realm()
                .call(
                        Method.POST,
                        "/partialImport",
                        Map.of(
                                "ifResourceExists",
                                "FAIL",
                                "clients",
                                List.of(Map.of(
                                        "clientId", "m2m_imported", "secret", STARS, "serviceAccountsEnabled", true))));

        atKeycloak(new Platform.Machine("m2m_imported", STARS)).then().statusCode(401);
    }

    @Test
    void givenAClientOfTheTeam_whenItWasImportedWithStars_thenTheHealthSaysSoAndNotWhich() {
        app.realm()
                .call(
                        Method.POST,
                        "/clients",
                        Map.of("clientId", "billing", "secret", STARS, "serviceAccountsEnabled", true));

        String answer = app.platform()
                .as(Method.GET, "/health", null)
                .body("data.code", contains("client_secret_masked"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("billing");
    }

    private Map<String, Object> export(boolean groupsAndRoles, boolean clients) {
        String options = "?exportGroupsAndRoles=" + groupsAndRoles + "&exportClients=" + clients;
        return new HashMap<>(app.realm()
                .call(Method.POST, "/partial-export" + options, null)
                .jsonPath()
                .getMap("$"));
    }

    private void importAgain(Map<String, Object> file) {
        app.realm().delete();
        app.admin().createRealm(app.slug(), file);
    }

    private Response atKeycloak(Platform.Machine machine) {
        return given().formParams(machine.credentials())
                .post(app.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/token");
    }

    private List<Object> permissionsOf(String role) {
        return app.realm().composites(role).stream()
                .map(each -> each.get("name"))
                .toList();
    }
}
