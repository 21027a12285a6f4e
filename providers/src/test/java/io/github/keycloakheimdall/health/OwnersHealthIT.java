/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app that nobody owns, or everyone. */
@OnOneDatabase
class OwnersHealthIT {

    @RegisterExtension
    static final App server = App.fresh();

    private App app;

    @BeforeEach
    void anApp() {
        app = App.fresh().createOn(server.server());
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenUsers_whenNobodyIsOwner_thenItIsSaidUntilSomebodyIs() {
        String ada = signedUp();

        health().body("data.code", contains("no_owner")).body("data.severity", contains("warning"));
        app.realm().giveRole(ada, "owner");

        health().body("data", empty());
    }

    @Test
    void givenAnOwner_whenTheRoleIsDeleted_thenItIsSaidThatNobodyIs() {
        app.realm().giveRole(signedUp(), "owner");

        app.realm().call(Method.DELETE, "/roles/owner", null);

        health().body("data.code", contains("no_owner"));
    }

    @Test
    void givenAnOwner_whenAPartialImportOverwritesTheRole_thenItIsSaidThatNobodyIs() {
        app.realm().giveRole(signedUp(), "owner");
        Map<String, Object> owner = new HashMap<>(app.realm().role("owner"));
        owner.remove("id");

        app.realm()
                .call(
                        Method.POST,
                        "/partialImport",
                        Map.of("ifResourceExists", "OVERWRITE", "roles", Map.of("realm", List.of(owner))));

        health().body("data.code", contains("no_owner"));
    }

    @Test
    void givenAnOwner_whenTheRoleIsDeleted_thenTheLogSaysSoAtOnce() throws IOException {
        assumeTrue(app.server() instanceof KeycloakServer, "The server writes its log on this machine");
        app.realm().giveRole(signedUp(), "owner");

        app.realm().call(Method.DELETE, "/roles/owner", null);

        assertThat(Files.readString(((KeycloakServer) app.server()).logFile()))
                .contains("Realm " + app.slug() + ": no_owner:");
    }

    @Test
    void givenAGroupOfOwners_whenSomebodyIsInIt_thenThereIsAnOwner() {
        String ada = signedUp();
        app.realm().call(Method.POST, "/groups", Map.of("name", "board"));
        String group = (String) app.realm().list("/groups").get(0).get("id");
        app.realm()
                .call(
                        Method.POST,
                        "/groups/" + group + "/role-mappings/realm",
                        List.of(app.realm().role("owner")));
        health().body("data.code", contains("no_owner"));

        app.realm().call(Method.PUT, "/users/" + ada + "/groups/" + group, null);

        health().body("data", empty());
    }

    @Test
    void givenTheRealmsDefaultRole_whenItHoldsAnAppRoleThatManages_thenItIsAnError() {
        app.realm()
                .addComposites(
                        "default-roles-" + app.slug(), List.of(app.realm().role("owner")));

        health().body("data.code", contains("role_for_everyone")).body("data.severity", contains("error"));
    }

    @Test
    void givenADefaultGroup_whenItHasAnAppRoleThatManages_thenItIsAnError() {
        app.realm().call(Method.POST, "/groups", Map.of("name", "everyone"));
        String group = (String) app.realm().list("/groups").get(0).get("id");
        app.realm()
                .call(
                        Method.POST,
                        "/groups/" + group + "/role-mappings/realm",
                        List.of(app.realm().role("admin")));

        app.realm().call(Method.PUT, "/default-groups/" + group, null);

        health().body("data.code", contains("role_for_everyone"));
    }

    @Test
    void givenTheRealmsDefaultRole_whenItHoldsMember_thenNothingIsAmiss() {
        app.realm()
                .addComposites(
                        "default-roles-" + app.slug(), List.of(app.realm().role("member")));

        health().body("data", empty());
    }

    private String signedUp() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        return tokens.userId();
    }

    private ValidatableResponse health() {
        return app.platform().as(Method.GET, "/health", null).statusCode(200);
    }
}
