/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accounts that were in the realm before it became an app, and roles that the console made. */
final class AccountsFromBeforeIT {

    private static final String GROUP_ADMIN = "by-group";
    private static final List<String> USERS = List.of("reader", "silent", "riser", "acted-on", "boss", GROUP_ADMIN);

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.signup_enabled", "true")
            .with("heimdall.signup_default_role", "admin")
            .with("heimdall.enforce_app_permissions", "true")
            .withRealm("groups", List.of(Map.of("name", "Admins", "realmRoles", List.of("admin"))))
            .withRealm(
                    "users", USERS.stream().map(AccountsFromBeforeIT::account).toList());

    @Test
    void givenAnAccountFromBefore_whenSigningInByItsVerifiedEmail_thenAMemberByFirstAndLastName() {
        Tokens tokens = Tokens.of(app.api().signin(email("reader"), password()));

        assertThat(tokens.accessJwt().<String>claim("role")).isEqualTo("member");
        app.api()
                .me(tokens.access())
                .statusCode(200)
                .body("role", equalTo("member"))
                .body("displayName", equalTo("Ada reader"));
        app.api()
                .permissions(tokens.access())
                .body("role", equalTo("member"))
                .body("permissions", containsInAnyOrder("role.read", "user.read"));
        app.api().verify(tokens.access()).body("principal.role", equalTo("member"));
        app.api().as(tokens.access(), Method.GET, "/admin/roles", null).statusCode(200);
        app.api()
                .as(tokens.access(), Method.POST, "/admin/roles", Map.of("name", "mine"))
                .statusCode(403);
        app.api()
                .as(
                        tokens.access(),
                        Method.POST,
                        "/authorize",
                        Map.of("token", tokens.access(), "permission", "user.read"))
                .body("authorized", equalTo(true));
    }

    @Test
    void givenAnAccountFromBefore_whenListed_thenTheSameRoleAndNameAndFoundByIt() {
        admin(Method.GET, "/end-users?search=ada%20read", null)
                .statusCode(200)
                .body("data.username", contains("reader"))
                .body("data[0].role", equalTo("member"))
                .body("data[0].display_name", equalTo("Ada reader"));
        admin(Method.GET, "/end-users/" + id("reader"), null)
                .body("role", equalTo("member"))
                .body("display_name", equalTo("Ada reader"));
    }

    @Test
    void givenAnAccountFromBefore_whenReadAndRefreshed_thenNothingIsWrittenToIt() {
        Tokens tokens = app.api().signedIn(user("silent"));
        app.api().me(tokens.access()).statusCode(200);
        app.api().refresh(tokens.refresh()).statusCode(200);
        admin(Method.GET, "/end-users", null).statusCode(200);

        assertThat(rolesOf("silent")).noneMatch(List.of("owner", "admin", "member")::contains);
        assertThat(String.valueOf(app.realm().user("silent").get("attributes"))).doesNotContain("displayName");
    }

    @Test
    void givenAnAccountFromBefore_whenItsRoleAndNameChange_thenTheyAreWritten() {
        String path = "/end-users/" + id("riser");
        Tokens tokens = app.api().signedIn(user("riser"));

        assign(path, "admin");
        assertThat(rolesOf("riser")).contains("admin");
        assign(path, "member");
        assertThat(rolesOf("riser")).contains("member").doesNotContain("admin");
        app.api()
                .patchMe(tokens.access(), Map.of("display_name", "Countess"))
                .statusCode(200)
                .body("displayName", equalTo("Countess"));
        admin(Method.GET, "/end-users?search=riser", null).body("data.display_name", contains("Countess"));
    }

    @Test
    void givenAnAdminOfTheApp_whenActingOnAnAccountFromBefore_thenAllowedAsOnAnyMember() {
        Tokens boss = app.api().signedIn(user("boss"));
        admin(Method.PATCH, "/end-users/" + id("boss") + "/role", Map.of("role_name", "admin"))
                .statusCode(200);

        app.api()
                .as(boss.access(), Method.PATCH, "/admin/users/" + id("acted-on"), Map.of("display_name", "Renamed"))
                .statusCode(200)
                .body("role", equalTo("member"));
    }

    @Test
    void givenARoleByAGroup_whenAnotherIsAssigned_thenRefusedAndNothingChanges() {
        String path = "/end-users/" + id(GROUP_ADMIN);
        join(GROUP_ADMIN);
        admin(Method.GET, path, null).body("role", equalTo("admin"));

        admin(Method.PATCH, path + "/role", Map.of("role_name", "member"))
                .statusCode(409)
                .body("code", equalTo("ROLE_BY_GROUP"));
        admin(Method.POST, "/roles/assign", Map.of("account_id", id(GROUP_ADMIN), "role", "member"))
                .statusCode(409);
        admin(
                        Method.POST,
                        "/end-users/bulk-update-role",
                        Map.of(
                                "selection",
                                Map.of("mode", "ids", "ids", List.of(id(GROUP_ADMIN))),
                                "role_name",
                                "member"))
                .statusCode(200)
                .body("affected_users", equalTo(0));
        assertThat(rolesOf(GROUP_ADMIN)).doesNotContain("member");

        assign(path, "admin");
        assign(path, "owner");
    }

    @Test
    void givenARoleThatTheConsoleMade_whenMarked_thenItCountsFromThenOn() {
        app.realm().addRole("editor");
        Tokens ada = app.api().signedUp(TestUser.ada());
        String path = "/end-users/" + ada.userId();
        app.realm().giveRole(ada.userId(), "editor");
        app.realm().takeRole(ada.userId(), "admin");
        admin(Method.GET, path, null).body("role", equalTo("member"));
        admin(Method.PATCH, path + "/role", Map.of("role_name", "editor")).statusCode(400);
        admin(Method.GET, "/roles", null).body("data.name", not(hasItem("editor")));
        admin(Method.POST, "/roles", Map.of("name", "editor"))
                .statusCode(409)
                .body("message", containsString("heimdall.role"));

        Map<String, Object> role = new HashMap<>(app.realm().role("editor"));
        role.put("attributes", Map.of("heimdall.role", List.of("custom")));
        app.realm().call(Method.PUT, "/roles/editor", role);

        admin(Method.GET, path, null).body("role", equalTo("editor"));
        app.api().permissions(ada.access()).body("role", equalTo("editor")).body("permissions", empty());
        admin(Method.GET, "/roles", null).body("data.name", hasItem("editor"));
    }

    @Test
    void givenARoleThatAGroupGivesToItsSubgroups_whenDeleted_thenInUse() {
        admin(Method.POST, "/roles", Map.of("name", "inherited")).statusCode(201);
        app.realm().call(Method.POST, "/groups", Map.of("name", "Parents"));
        String parents = (String)
                app.realm().list("/groups?search=Parents&exact=true").get(0).get("id");
        app.realm().call(Method.POST, "/groups/" + parents + "/children", Map.of("name", "Children"));
        app.realm()
                .call(
                        Method.POST,
                        "/groups/" + parents + "/role-mappings/realm",
                        List.of(app.realm().role("inherited")));

        admin(Method.DELETE, "/roles/inherited", null).statusCode(409).body("code", equalTo("ROLE_IN_USE"));
    }

    private static ValidatableResponse admin(Method method, String path, Object body) {
        return app.platform().as(method, path, body);
    }

    private static void assign(String path, String role) {
        admin(Method.PATCH, path + "/role", Map.of("role_name", role)).statusCode(200);
        admin(Method.GET, path, null).body("role", equalTo(role));
    }

    private static void join(String username) {
        String group = (String)
                app.realm().list("/groups?search=Admins&exact=true").get(0).get("id");
        app.realm().call(Method.PUT, "/users/" + id(username) + "/groups/" + group, null);
    }

    private static List<String> rolesOf(String username) {
        return app.realm().list("/users/" + id(username) + "/role-mappings/realm").stream()
                .map(role -> (String) role.get("name"))
                .toList();
    }

    private static String id(String username) {
        return (String) app.realm().user(username).get("id");
    }

    private static String email(String username) {
        return username + "@example.com";
    }

    private static String password() {
        return TestUser.ada().password();
    }

    private static TestUser user(String username) {
        return TestUser.ada().withUsername(username);
    }

    private static Map<String, Object> account(String username) {
        return Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                email(username),
                "emailVerified",
                true,
                "firstName",
                "Ada",
                "lastName",
                username,
                "credentials",
                List.of(Map.of("type", "password", "value", password())));
    }
}
