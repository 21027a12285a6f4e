/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a user with {@code role.update} may do to roles that are stronger, and what a bearer that is not fresh may. */
class RolesOfOthersIT {

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private static final List<String> EDITORS =
            List.of("user.read", "user.list", "user.update", "role.read", "role.update", "role.delete", "role.assign");

    private final Tokens editor = user("editor");

    @BeforeAll
    static void makeRoles() {
        role("editor", EDITORS);
        role("chief", List.of("user.read", "user.update", "user.delete"));
        role("weaker", List.of("user.read"));
    }

    @Test
    void givenARoleThatMayDoMore_whenItsPermissionsAreTaken_then403AndTheyStay() {
        for (String stronger : List.of("chief", "admin", "owner")) {
            editor(Method.PUT, "/roles/" + stronger + "/permissions", Map.of("permissions", List.of("user.read")))
                    .statusCode(403);
        }

        app.platform().as(Method.GET, "/roles/chief", null).body("permissions.action", hasItem("delete"));
    }

    @Test
    void givenARoleThatMayDoLess_whenItsPermissionsAreReplaced_thenDone() {
        editor(Method.PUT, "/roles/weaker/permissions", Map.of("permissions", List.of("user.read", "user.list")))
                .statusCode(200);
    }

    @Test
    void givenARoleThatAdministersKeycloak_whenEditedOrDeleted_then403() {
        role("trap", List.of("user.read"));
        app.realm().addComposites("trap", app.realm().adminRoles("view-users"));

        editor(Method.PUT, "/roles/trap/permissions", Map.of("permissions", List.of("user.read")))
                .statusCode(403);
        editor(Method.DELETE, "/roles/trap", null).statusCode(403);
    }

    @Test
    void givenAPermissionThatTheCallerLacks_whenDeletingIt_then403() {
        role("janitor", List.of("permission.delete"));
        app.platform()
                .as(Method.POST, "/permissions", Map.of("resource", "billing", "action", "refund"))
                .statusCode(201);
        Tokens janitor = user("janitor");

        call(janitor, Method.DELETE, "/permissions/billing.refund", null).statusCode(403);
    }

    @Test
    void givenAPermissionThatWasComposedOfOthers_whenItsHolderUsesThem_thenItHoldsItselfAlone() {
        app.realm()
                .call(
                        Method.POST,
                        "/clients/" + app.realm().client("heimdall").get("id") + "/roles/session.revoke/composites",
                        List.of(app.realm().permission("user.delete")));
        role("revoker", List.of("session.revoke"));

        app.api()
                .permissions(user("revoker").access())
                .body("permissions", hasItem("session.revoke"))
                .body("permissions", not(hasItem("user.delete")));
    }

    @Test
    void givenABearerWhoseSessionWasLoggedOut_whenActingOnOthers_then401AndReadingGoesOn() {
        Tokens member = app.api().signedUp(TestUser.named("member"));
        app.api().logout(editor.refresh()).statusCode(204);

        editor(Method.PATCH, "/users/" + member.userId() + "/role", Map.of("role_name", "weaker"))
                .statusCode(401);
        editor(Method.PATCH, "/users/" + member.userId() + "/status", Map.of("status", "suspended"))
                .statusCode(401);
        editor(Method.PUT, "/roles/weaker/permissions", Map.of("permissions", List.of("user.read")))
                .statusCode(401);
        editor(Method.GET, "/users/" + member.userId(), null).statusCode(200);
        app.api().me(member.access()).statusCode(200);
    }

    @Test
    void givenABearerWhoseSessionWasLoggedOut_whenEndingAnotherSession_then401() {
        TestUser user = TestUser.named("member");
        Tokens first = app.api().signedUp(user);
        Tokens second = app.api().signedIn(user);
        app.api().logout(first.refresh()).statusCode(204);

        app.api().revokeSession(first.access(), second.sessionId()).statusCode(401);

        app.api().me(second.access()).statusCode(200);
    }

    @Test
    void givenACallerWithASecondFactor_whenGivingRightsWithABearerThatDoesNotTellOfIt_then403() {
        Tokens member = app.api().signedUp(TestUser.named("member"));
        new MfaApi(app.api()).enrolled(editor.access(), "phone");

        editor(Method.PATCH, "/users/" + member.userId() + "/role", Map.of("role_name", "weaker"))
                .statusCode(403)
                .body("code", equalTo("STEP_UP_REQUIRED"));
        editor(Method.PUT, "/roles/weaker/permissions", Map.of("permissions", List.of("user.read")))
                .statusCode(403)
                .body("code", equalTo("STEP_UP_REQUIRED"));

        Tokens fresh = Tokens.of(app.api().refresh(editor.refresh()));
        call(fresh, Method.PATCH, "/users/" + member.userId() + "/role", Map.of("role_name", "weaker"))
                .statusCode(200);
    }

    private ValidatableResponse editor(Method method, String path, Object body) {
        return call(editor, method, path, body);
    }

    private static ValidatableResponse call(Tokens as, Method method, String path, Object body) {
        return app.api().as(as.access(), method, "/admin" + path, body);
    }

    private static void role(String name, List<String> permissions) {
        app.platform().as(Method.POST, "/roles", Map.of("name", name)).statusCode(201);
        app.platform()
                .as(Method.PUT, "/roles/" + name + "/permissions", Map.of("permissions", permissions))
                .statusCode(200);
    }

    private static Tokens user(String role) {
        Tokens tokens = app.api().signedUp(TestUser.named(role));
        app.realm().giveRole(tokens.userId(), role);
        return tokens;
    }
}
