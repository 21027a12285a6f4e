/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Admins of the app's own realm who hold some of Keycloak's admin roles, not all. */
class WeakAdminIT {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension
    static final App app = App.fresh().withRealm("adminEventsEnabled", true);

    private static String viewer;
    private static String userManager;
    private static String realmAdmin;

    private final Cast cast = new Cast(app);

    @BeforeAll
    static void hireAdmins() {
        viewer = Cast.realmToken(app, List.of("view-users", "view-realm", "view-clients"));
        userManager = Cast.realmToken(app, List.of("manage-users"));
        realmAdmin = Cast.realmToken(app, List.of("realm-admin"));
    }

    /** Each write and the admin role that it asks for. */
    static Stream<Arguments> writes() {
        return Stream.of(
                Arguments.of(Method.POST, "/roles", "manage-realm"),
                Arguments.of(Method.PATCH, "/roles/nosuch", "manage-realm"),
                Arguments.of(Method.DELETE, "/roles/nosuch", "manage-realm"),
                Arguments.of(Method.PUT, "/roles/nosuch/permissions", "manage-realm"),
                Arguments.of(Method.POST, "/roles/assign", "manage-users"),
                Arguments.of(Method.POST, "/permissions", "manage-clients"),
                Arguments.of(Method.DELETE, "/permissions/no.such", "manage-clients"),
                Arguments.of(Method.PATCH, "/auth-config", "manage-realm"),
                Arguments.of(Method.PATCH, "/notification-settings", "manage-realm"),
                Arguments.of(Method.POST, "/end-users/bulk-delete", "manage-users"),
                Arguments.of(Method.DELETE, "/end-users/" + NOBODY, "manage-users"),
                Arguments.of(Method.POST, "/end-users/" + NOBODY + "/contacts", "manage-users"),
                Arguments.of(Method.DELETE, "/end-users/" + NOBODY + "/contacts/nosuch", "manage-users"),
                Arguments.of(Method.POST, "/end-users/" + NOBODY + "/contacts/nosuch/promote", "manage-users"),
                Arguments.of(Method.POST, "/end-users/" + NOBODY + "/resend-verification", "manage-users"),
                Arguments.of(Method.POST, "/end-users/invites", "manage-users"),
                Arguments.of(Method.DELETE, "/end-users/invites/" + NOBODY, "manage-users"),
                Arguments.of(Method.POST, "/api-keys", "manage-clients"),
                Arguments.of(Method.DELETE, "/api-keys/" + NOBODY, "manage-clients"),
                Arguments.of(Method.POST, "/credentials", "manage-clients"),
                Arguments.of(Method.DELETE, "/credentials/m2m_nosuch", "manage-clients"),
                Arguments.of(Method.PUT, "/credentials/m2m_nosuch/scopes", "manage-clients"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void givenAWrite_whenAnAdminWhoOnlyViewsCallsIt_then403NamesTheRole(Method method, String path, String role) {
        call(viewer, method, path, body(method))
                .statusCode(403)
                .body("message", equalTo("Missing admin role: " + role));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void givenAWrite_whenTheManagerOfUsersAndTheRealmsAdminCallIt_thenThoseWithTheRolePass(
            Method method, String path, String role) {
        int managers = call(userManager, method, path, body(method)).extract().statusCode();
        int admins = call(realmAdmin, method, path, body(method)).extract().statusCode();

        assertThat(managers == 403).isEqualTo(!role.equals("manage-users"));
        assertThat(admins).isIn(200, 204, 400, 404);
    }

    @Test
    void givenAdminsWhoView_whenReadingKeysAndMachines_thenTheyAskForClients() {
        call(viewer, Method.GET, "/api-keys", null).statusCode(200);
        call(viewer, Method.GET, "/credentials", null).statusCode(200);
        call(userManager, Method.GET, "/api-keys", null).statusCode(403);
        call(userManager, Method.GET, "/credentials", null).statusCode(403);
    }

    @Test
    void givenARoleThatHoldsAnAdminRole_whenWhoLacksItGivesIt_then403() {
        String name = Cast.unique("trap");
        cast.platform(Method.POST, "/roles", Map.of("name", name)).statusCode(201);
        List<Map<String, Object>> manageRealm = app.realm().clientRoles("realm-management").stream()
                .filter(role -> role.get("name").equals("manage-realm"))
                .toList();
        app.realm().addComposites(name, manageRealm);
        Tokens owner = cast.signedUp("owner");
        Tokens member = cast.signedUp("member");

        cast.lane(owner, Method.PATCH, "/users/" + member.userId() + "/role", Map.of("role_name", name))
                .statusCode(403)
                .body("message", equalTo("You may not give this role"));
        call(userManager, Method.POST, "/roles/assign", Map.of("account_id", member.userId(), "role", name))
                .statusCode(403)
                .body("message", equalTo("You may not give this role"));
        call(userManager, Method.POST, "/end-users/invites", Map.of("email", name + "@example.com", "role_name", name))
                .statusCode(403)
                .body("message", equalTo("You may not give this role"));
    }

    @Test
    void givenARoleMadeThroughTheApi_whenReadingTheAdminEvents_thenItIsThere() {
        String name = Cast.unique("role");

        call(realmAdmin, Method.POST, "/roles", Map.of("name", name)).statusCode(201);

        assertThat(app.realm().list("/admin-events?operationTypes=CREATE&max=1000"))
                .anySatisfy(
                        event -> assertThat((String) event.get("resourcePath")).contains(name));
    }

    private static ValidatableResponse call(String bearer, Method method, String path, Object body) {
        return app.platform()
                .request(method, path, body, Map.of("authorization", "Bearer " + bearer))
                .then();
    }

    /** An empty object, so that a caller who passes is refused for the body and changes nothing. */
    private static Object body(Method method) {
        return method == Method.DELETE ? null : Map.of();
    }
}
