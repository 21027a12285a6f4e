/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets past the gates of the admin lane, the toggle being off as it is by default. */
@OnOneDatabase
class AdminLaneGateIT {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App other = App.fresh();

    private final Cast cast = new Cast(app);

    /** Each route, whether a member and whether an admin may call it, and what it asks for. */
    static Stream<Arguments> routes() {
        return Stream.of(
                Arguments.of(Method.GET, "/roles", true, true, "role.read"),
                Arguments.of(Method.POST, "/roles", false, false, "role.create"),
                Arguments.of(Method.GET, "/roles/member", true, true, "role.read"),
                Arguments.of(Method.PATCH, "/roles/member", false, false, "role.update"),
                Arguments.of(Method.DELETE, "/roles/nosuch", false, false, "role.delete"),
                Arguments.of(Method.PUT, "/roles/nosuch/permissions", false, false, "role.update"),
                Arguments.of(Method.GET, "/permissions", false, false, "permission.read"),
                Arguments.of(Method.POST, "/permissions", false, false, "permission.create"),
                Arguments.of(Method.DELETE, "/permissions/no.such", false, false, "permission.delete"),
                Arguments.of(Method.GET, "/users", false, true, "user.list"),
                Arguments.of(Method.POST, "/users", false, false, "user.create"),
                Arguments.of(Method.GET, "/users/" + NOBODY, true, true, "user.read"),
                Arguments.of(Method.PATCH, "/users/" + NOBODY, false, true, "user.update"),
                Arguments.of(Method.DELETE, "/users/" + NOBODY, false, false, "user.delete"),
                Arguments.of(Method.PATCH, "/users/" + NOBODY + "/role", false, true, "role.assign"),
                Arguments.of(Method.PATCH, "/users/" + NOBODY + "/status", false, true, "user.update"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("routes")
    void givenARoute_whenEachCallsIt_thenOnlyThoseWithThePermissionPass(
            Method method, String path, boolean member, boolean admin, String permission) {
        assertGate(cast.signedUp("member"), method, path, member, permission);
        assertGate(cast.signedUp("admin"), method, path, admin, permission);
        assertGate(cast.signedUp("owner"), method, path, true, permission);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("routes")
    void givenARoute_whenNobodyOrAnotherAppsOwnerCallsIt_then401(Method method, String path) {
        Tokens stranger = new Cast(other).signedUp("owner");

        app.api()
                .request(method, "/admin" + path, body(method), Map.of())
                .then()
                .statusCode(401);
        cast.lane(stranger, method, path, body(method)).statusCode(401);
    }

    @Test
    void givenTheRoutes_whenAskingWhatIsEnforced_thenThePlatformNamesEachPermissionOnce() {
        cast.platform(Method.GET, "/permissions/enforcement", null)
                .statusCode(200)
                .body("data.size()", equalTo(14));
    }

    private void assertGate(Tokens caller, Method method, String path, boolean passes, String permission) {
        var answer = cast.lane(caller, method, path, body(method)).extract();
        if (passes) {
            assertThat(answer.statusCode()).isIn(200, 400, 404);
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.<String>path("message")).isEqualTo("Missing permission: " + permission);
        }
    }

    /** An empty object, so that a caller who passes is refused for the body and changes nothing. */
    private static Object body(Method method) {
        return method == Method.GET || method == Method.DELETE ? null : Map.of();
    }
}
