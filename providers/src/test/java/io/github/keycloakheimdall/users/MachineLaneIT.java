/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A machine client and an API key on the admin lane: its scopes are what the machine may do, a key opens nothing there.
 */
class MachineLaneIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Cast cast = new Cast(app);

    @ParameterizedTest
    @CsvSource({
        "GET, /users, user.list",
        "GET, /roles, role.read",
        "GET, /permissions, permission.read",
        "POST, /users, user.create",
        "POST, /roles, role.create"
    })
    void givenARoute_whenMachinesCallIt_thenTheScopeDecides(Method method, String path, String scope) {
        Object body = method == Method.GET ? null : Map.of();

        call(machine(scope), method, path, body).statusCode(method == Method.GET ? 200 : 400);
        call(machine("session.revoke"), method, path, body)
                .statusCode(403)
                .body("message", equalTo("Missing permission: " + scope));
    }

    @Test
    void givenTheScope_whenAMachineMakesAUser_thenTheUserIsThere() {
        String email = Cast.unique("made") + "@example.com";

        call(machine("user.create"), Method.POST, "/users", Map.of("email", email))
                .statusCode(201);

        cast.platform(Method.GET, "/end-users?search=" + email, null)
                .statusCode(200)
                .body("data.size()", equalTo(1));
    }

    @Test
    void givenTheScope_whenAMachineGivesARole_thenTheUserHasIt() {
        String user = app.api().signedUp(TestUser.named("promoted")).userId();

        call(machine("role.assign"), Method.PATCH, "/users/" + user + "/role", Map.of("role_name", "admin"))
                .statusCode(200);
        call(machine("user.list"), Method.PATCH, "/users/" + user + "/role", Map.of("role_name", "member"))
                .statusCode(403);
    }

    @Test
    void givenAKey_whenCallingTheAdminLane_thenUnauthorized() {
        call(app.platform().key("user.list"), Method.GET, "/users", null).statusCode(401);
    }

    private static String machine(String scope) {
        return app.api().machineToken(app.platform().machine(scope));
    }

    private static ValidatableResponse call(String bearer, Method method, String path, Object body) {
        return app.api().as(bearer, method, "/admin" + path, body);
    }
}
