/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app whose client, with the permissions that are its roles, is deleted or overwritten. */
@OnOneDatabase
class LostClientIT {

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
    void givenAnApp_whenItsClientIsDeleted_thenItsRolesHoldWhatTheyHeldBefore() {
        app.platform()
                .as(Method.POST, "/permissions", Map.of("resource", "ticket", "action", "close"))
                .statusCode(201);
        app.platform().as(Method.POST, "/roles", Map.of("name", "helper")).statusCode(201);
        app.platform()
                .as(
                        Method.PUT,
                        "/roles/helper/permissions",
                        Map.of("permissions", List.of("ticket.close", "user.list")))
                .statusCode(200);

        deleteClient();

        assertThat(permissionsOf("helper")).containsExactlyInAnyOrder("ticket.close", "user.list");
        assertThat(permissionsOf("admin"))
                .containsExactlyInAnyOrder(
                        "user.read", "user.list", "user.update", "role.read", "role.assign", "role.revoke");
        assertThat(permissionsOf("member")).containsExactlyInAnyOrder("user.read", "role.read");
        assertThat(permissionsOf("owner")).hasSize(17);
        Tokens tokens = app.api().signedUp(TestUser.ada());
        app.api().permissions(tokens.access()).statusCode(200);
    }

    @Test
    void givenAnAppWithUsersThatStrangersMaySignUpTo_whenItsClientIsDeleted_thenTheyStillMay() {
        app.api().signup(TestUser.ada()).statusCode(200);

        deleteClient();

        app.api().signup(TestUser.named("grace")).statusCode(200);
        assertThat(app.realm().read()).extractingByKey("attributes", MAP).doesNotContainKey("heimdall.signup_enabled");
    }

    @Test
    void givenEventsThatAnAdminTurnedOff_whenTheClientIsDeleted_thenTheyStayOff() {
        app.realm().update(Map.of("eventsEnabled", false, "adminEventsEnabled", false));

        deleteClient();

        assertThat(app.realm().read()).containsEntry("eventsEnabled", false).containsEntry("adminEventsEnabled", false);
    }

    @Test
    void givenAnAppThatLeftAndLostItsClient_whenItComesBack_thenStrangersStayOut() {
        app.api().signup(TestUser.ada()).statusCode(200);
        app.realm().setAttributes(Map.of("heimdall.enabled", "false"));
        deleteClient();

        app.realm().setAttributes(Map.of("heimdall.enabled", "true"));

        app.api().signup(TestUser.named("grace")).statusCode(403);
    }

    @Test
    void givenAPermissionThatAnAdminTookAway_whenTheClientIsDeleted_thenItStaysAway() {
        app.realm().removeComposites("admin", List.of(app.realm().permission("user.update")));

        deleteClient();

        assertThat(permissionsOf("admin")).contains("user.list").doesNotContain("user.update");
    }

    @Test
    void givenARoleThatAnAdminEmptied_whenTheClientIsDeleted_thenItStaysEmpty() {
        app.realm().removeComposites("member", app.realm().composites("member"));

        deleteClient();

        assertThat(permissionsOf("member")).isEmpty();
    }

    @Test
    void givenAPermissionThatIsDeletedByItself_whenTheClientIsDeletedLater_thenItIsGone() {
        app.platform()
                .as(Method.POST, "/permissions", Map.of("resource", "ticket", "action", "close"))
                .statusCode(201);
        app.platform().as(Method.DELETE, "/permissions/ticket.close", null).statusCode(204);

        deleteClient();

        assertThat(permissionsOf("owner")).hasSize(16);
    }

    @Test
    void givenAClientOfTheRealm_whenAPartialImportOverwritesIt_thenItsRolesHoldWhatTheyHeldBefore() {
        Map<String, Object> client = app.realm().client("heimdall");
        client.remove("id");

        app.realm()
                .call(
                        Method.POST,
                        "/partialImport",
                        Map.of("ifResourceExists", "OVERWRITE", "clients", List.of(client)))
                .then()
                .statusCode(200);

        assertThat(permissionsOf("admin")).contains("user.list", "role.assign");
        assertThat(permissionsOf("owner")).hasSize(16);
        app.api().signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenARoleThatSaysThatItHeldMore_whenItBecomesTheApps_thenItHoldsNothing() {
        Map<String, List<String>> planted = Map.of(
                "heimdall.role", List.of("custom"),
                "heimdall.permissions", List.of("user.delete"),
                "heimdall.permissions_of", List.of("another"));
        app.realm().call(Method.POST, "/roles", Map.of("name", "planted", "attributes", planted));

        deleteClient();

        assertThat(permissionsOf("planted")).isEmpty();
    }

    private void deleteClient() {
        app.realm()
                .call(
                        Method.DELETE,
                        "/clients/" + app.realm().client("heimdall").get("id"),
                        null);
    }

    private List<Object> permissionsOf(String role) {
        return app.realm().composites(role).stream()
                .map(each -> each.get("name"))
                .toList();
    }
}
