/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a user may do, and the gate that asks for it. */
class PermissionsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Tokens tokens = app.api().signedUp(TestUser.ada());

    @Test
    void givenAMember_whenAskingForPermissions_thenTheDefaults() {
        app.api()
                .permissions(tokens.access())
                .statusCode(200)
                .body("role", equalTo("member"))
                .body("org_role", is((Object) null))
                .body("permissions", contains("role.read", "user.read"));
    }

    @Test
    void givenAnAdmin_whenAskingForPermissions_thenTheDefaults() {
        app.realm().giveRole(tokens.userId(), "admin");

        app.api()
                .permissions(tokens.access())
                .body("role", equalTo("admin"))
                .body(
                        "permissions",
                        contains("role.assign", "role.read", "role.revoke", "user.list", "user.read", "user.update"));
    }

    @Test
    void givenAnOwner_whenAskingForPermissions_thenTheWholeCatalogue() {
        app.realm().giveRole(tokens.userId(), "owner");

        app.api().permissions(tokens.access()).body("role", equalTo("owner")).body("permissions", hasSize(16));
    }

    @Test
    void givenSeveralRolesFromTheConsole_whenReadingTheProfile_thenOwnerNamesTheUser() {
        app.realm().giveRole(tokens.userId(), "admin");
        app.realm().giveRole(tokens.userId(), "owner");

        app.api().me(tokens.access()).body("role", equalTo("owner"));
    }

    @Test
    void givenNoRole_whenAskingForPermissions_thenThoseOfAMember() {
        List<String> ofMembers =
                app.api().permissions(tokens.access()).extract().path("permissions");
        app.realm().takeRole(tokens.userId(), "member");

        app.api().permissions(tokens.access()).body("role", is("member")).body("permissions", equalTo(ofMembers));
    }

    @Test
    void givenARoleOfTheConsole_whenNothingMarksItAsTheApps_thenWhatItHoldsCountsForNothing() {
        app.realm().addRole("helper");
        app.realm().addComposites("helper", List.of(app.realm().permission("user.delete")));
        app.realm().giveRole(tokens.userId(), "helper");

        app.api()
                .permissions(tokens.access())
                .body("role", equalTo("member"))
                .body("permissions", contains("role.read", "user.read"));

        Map<String, Object> marked = new HashMap<>(app.realm().role("helper"));
        marked.put("attributes", Map.of("heimdall.role", List.of("custom")));
        app.realm().call(Method.PUT, "/roles/helper", marked);

        app.api()
                .permissions(tokens.access())
                .body("role", equalTo("helper"))
                .body("permissions", hasItem("user.delete"));
    }

    @Test
    void givenAPermissionOfItsOwn_whenAskingForPermissions_thenItCounts() {
        String client = (String) app.realm().client("heimdall").get("id");
        app.realm()
                .call(
                        Method.POST,
                        "/users/" + tokens.userId() + "/role-mappings/clients/" + client,
                        List.of(app.realm().permission("user.delete")));

        app.api().permissions(tokens.access()).body("permissions", hasItem("user.delete"));
    }

    @Test
    void givenARoleOfAGroup_whenAskingForPermissions_thenItCounts() {
        app.realm().call(Method.POST, "/groups", Map.of("name", "staff"));
        String group = (String) app.realm().list("/groups?search=staff").get(0).get("id");
        app.realm()
                .call(
                        Method.POST,
                        "/groups/" + group + "/role-mappings/realm",
                        List.of(app.realm().role("admin")));
        app.realm().call(Method.PUT, "/users/" + tokens.userId() + "/groups/" + group, null);

        app.api().permissions(tokens.access()).body("role", equalTo("admin")).body("permissions", hasItem("user.list"));
    }

    @Test
    void givenTheGateOff_whenAMemberRevokesASession_thenAnyValidTokenPasses() {
        app.api().revokeSession(tokens.access(), tokens.sessionId()).statusCode(204);
    }

    @Test
    void givenTheGateOn_whenAMemberRevokesASession_thenTheMissingPermissionIsNamed() {
        app.set("heimdall.enforce_app_permissions", "true");
        try {
            app.api()
                    .revokeSession(tokens.access(), tokens.sessionId())
                    .statusCode(403)
                    .body("message", equalTo("Missing permission: session.revoke"));
            app.realm().giveRole(tokens.userId(), "owner");
            app.api().revokeSession(tokens.access(), tokens.sessionId()).statusCode(204);
        } finally {
            app.set("heimdall.enforce_app_permissions", "false");
        }
    }
}
