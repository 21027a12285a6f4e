/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform API and its door. */
class PlatformIT {

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App other = App.fresh();

    private final Cast cast = new Cast(app);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/roles",
                "/roles/permissions",
                "/permissions",
                "/permissions/enforcement",
                "/end-users",
                "/auth-config",
                "/notification-settings"
            })
    void givenARoute_whenReadingIt_thenOnlyAdminsOfTheAppMay(String path) {
        cast.platform(Method.GET, path, null).statusCode(200);
        call(app, "", path).statusCode(401);
        call(app, "nonsense", path).statusCode(401);
        call(app, cast.signedUp("owner").access(), path).statusCode(401);
        call(app, Cast.realmToken(app, List.of()), path).statusCode(403);
        call(app, Cast.realmToken(other, List.of("realm-admin")), path).statusCode(403);
        call(app, Cast.realmToken(app, List.of("realm-admin")), path).statusCode(200);
    }

    @Test
    void givenAnAdminWhoOnlyViewsUsers_whenChangingOne_then403() {
        Tokens member = cast.signedUp("member");
        String viewer = Cast.realmToken(app, List.of("view-users"));

        call(app, viewer, "/end-users").statusCode(200);
        call(app, viewer, "/roles").statusCode(403);
        request(app, viewer, Method.DELETE, "/end-users/" + member.userId(), null)
                .statusCode(403);
    }

    @Test
    void givenTheRealmsId_whenCalling_thenItIsTheSameApp() {
        Object id = app.realm().read().get("id");

        app.admin()
                .request(Method.GET, "/v1/apps/" + id + "/roles", null)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "master", "%00"})
    void givenWhatIsNoApp_whenCalling_then404AfterAuthentication(String id) {
        app.admin()
                .request(Method.GET, "/v1/apps/" + id + "/roles", null)
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false)
                .get(app.server().baseUri() + "/v1/apps/nosuch/roles")
                .then()
                .statusCode(401);
    }

    @Test
    void givenAWrongMethod_whenCalling_then405() {
        cast.platform(Method.PUT, "/roles", Map.of()).statusCode(405).header("allow", equalTo("GET, POST"));
    }

    @Test
    void givenToggles_whenPatching_thenOnlyThoseChange() {
        cast.platform(
                        Method.PATCH,
                        "/auth-config",
                        Map.of("max_sessions", 7, "session_duration_minutes", 60, "oauth_link_policy", "auto"))
                .statusCode(200)
                .body("max_sessions", equalTo(7))
                .body("session_duration_minutes", equalTo(60))
                .body("oauth_link_policy", equalTo("auto"))
                .body("signup_enabled", is(true));
        cast.platform(Method.GET, "/auth-config", null).body("max_sessions", equalTo(7));
    }

    @Test
    void givenToggles_whenPatchingInCamelCase_thenTheSameToggles() {
        cast.platform(Method.PATCH, "/auth-config", Map.of("maxFailedLoginAttempts", 7))
                .statusCode(200)
                .body("max_failed_login_attempts", equalTo(7));
    }

    @Test
    void givenWhatTheTabTakes_whenPatching_thenTakenToo() {
        cast.platform(
                        Method.PATCH,
                        "/auth-config",
                        Map.of(
                                "signup_default_role",
                                "Admin",
                                "signup_allowed_email_domains",
                                List.of("intranet", "example.com"),
                                "max_sessions",
                                1000,
                                "session_duration_minutes",
                                365 * 24 * 60))
                .statusCode(200)
                .body("signup_default_role", equalTo("admin"))
                .body("signup_allowed_email_domains", contains("intranet", "example.com"))
                .body("session_duration_minutes", equalTo(365 * 24 * 60));
        cast.platform(
                        Method.PATCH,
                        "/auth-config",
                        Map.of("signup_default_role", "member", "signup_allowed_email_domains", List.of()))
                .statusCode(200);
    }

    @Test
    void givenUnknownFields_whenCalling_then400ThatNamesThemAndNothingChanges() {
        cast.platform(Method.PATCH, "/auth-config", Map.of("max_sessions", 9, "nonsense", 1, "passwordMinLen", 12))
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("nonsense", "passwordMinLen"));
        cast.platform(Method.GET, "/auth-config", null).body("max_sessions", not(equalTo(9)));
        cast.platform(Method.POST, "/credentials", Map.of("name", "CI", "scopes", List.of("user.list")))
                .statusCode(400)
                .body("errors.field", contains("scopes"));
        cast.platform(
                        Method.POST,
                        "/end-users/bulk-delete",
                        Map.of("selection", Map.of("mode", "filter", "role", "member"), "confirm_all_in_app", true))
                .statusCode(400)
                .body("errors.field", contains("selection.role"));
    }

    @Test
    void givenBadToggles_whenPatching_then400() {
        for (Map<String, ?> bad : List.<Map<String, ?>>of(
                Map.of("max_sessions", 0),
                Map.of("max_sessions", "7"),
                Map.of("max_sessions", 1001),
                Map.of("password_min_length", 7),
                Map.of("signup_default_role", "nosuch"),
                Map.of("oauth_link_policy", "maybe"),
                Map.of("allowed_redirect_origins", List.of("https://a.example/path")),
                Map.of("allowed_redirect_origins", List.of("javascript://x")),
                Map.of("allowed_redirect_origins", List.of("https://a.example", "data://x")),
                Map.of("signup_allowed_email_domains", List.of("a,b")))) {
            cast.platform(Method.PATCH, "/auth-config", bad).statusCode(400);
        }
    }

    @Test
    void givenAnAccount_whenAssigningARole_thenTheMembershipIsAnswered() {
        Tokens member = cast.signedUp("member");

        cast.platform(Method.POST, "/roles/assign", Map.of("account_id", member.userId(), "role", "admin"))
                .statusCode(200)
                .body("account_id", equalTo(member.userId()));
        app.api().me(member.access()).body("role", equalTo("admin"));
        cast.platform(Method.POST, "/roles/assign", Map.of("account_id", member.userId(), "role", "nosuch"))
                .statusCode(400)
                .body("errors.field", contains("role"));
    }

    @Test
    void givenAFilter_whenWorkingInBulk_thenThoseWhoMatch() {
        String prefix = Cast.unique("bulk");
        for (int i = 0; i < 3; i++) {
            cast.lane(cast.signedUp("owner"), Method.POST, "/users", Map.of("email", prefix + i + "@example.com"))
                    .statusCode(201);
        }
        Map<String, Object> selection = Map.of("mode", "filter", "search", prefix);

        bulk("update-status", Map.of("selection", selection, "status", "suspended"));
        bulk("update-role", Map.of("selection", selection, "role_name", "admin"));
        cast.platform(Method.GET, "/end-users?status=suspended&search=" + prefix, null)
                .body("data.role", hasItems("admin", "admin", "admin"));
        bulk("revoke-sessions", Map.of("selection", selection));
        bulk("delete", Map.of("selection", selection));
        cast.platform(Method.GET, "/end-users?search=" + prefix, null).body("data.size()", equalTo(0));
    }

    @Test
    void givenEveryUserSelected_whenDeletingWithoutSayingSo_then400() {
        cast.platform(Method.POST, "/end-users/bulk-delete", Map.of("selection", Map.of("mode", "filter")))
                .statusCode(400);
    }

    @Test
    void givenSessions_whenRevokingThemAll_thenTheBearerIsRefused() {
        Tokens member = cast.signedUp("member");

        cast.platform(Method.POST, "/end-users/" + member.userId() + "/sessions/revoke-all", null)
                .statusCode(204);

        app.api().me(member.access()).statusCode(401);
    }

    private void bulk(String what, Map<String, ?> body) {
        cast.platform(Method.POST, "/end-users/bulk-" + what, body)
                .statusCode(200)
                .body("affected_users", equalTo(3));
    }

    private static ValidatableResponse call(App app, String bearer, String path) {
        return request(app, bearer, Method.GET, path, null);
    }

    private static ValidatableResponse request(App app, String bearer, Method method, String path, Object body) {
        Map<String, String> headers = bearer.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + bearer);
        return app.platform().request(method, path, body, headers).then();
    }
}
