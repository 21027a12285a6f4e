/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backend gets no code for an account that administers Keycloak, and roles for newcomers never administer it. */
class CodesOfAdminsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static final String PASSWORD = "AnotherHorseBattery";

    @Test
    void givenAVerifiedAccount_whenItAdministersKeycloak_thenNoResetCode() {
        TestUser user = TestUser.named("boss");
        Tokens tokens = app.api().signedUp(user);
        Backend backend = Backend.forCodes(app);
        backend.verify(Map.of("email", user.email()));
        reset(backend, user).body("$", hasKey("code"));

        app.realm().joinAdminGroup(tokens.userId(), user.username(), "view-users");

        reset(backend, user).body("$", anEmptyMap());
    }

    @Test
    void givenAResetCodeThatIsOut_whenItsAccountComesToAdministerKeycloak_thenTheCodeIsGone() {
        TestUser user = TestUser.named("boss");
        Tokens tokens = app.api().signedUp(user);
        Backend backend = Backend.forCodes(app);
        backend.verify(Map.of("email", user.email()));
        String code = reset(backend, user).extract().path("code");

        app.realm().giveAdminRoles(tokens.userId(), "manage-users");

        app.api().resetPassword(code, PASSWORD).statusCode(410);
        app.api().signedIn(user);
    }

    @Test
    void givenAnUnverifiedAccountThatAdministersKeycloak_whenABackendAsksForACode_thenNone() {
        TestUser user = TestUser.named("boss");
        Tokens tokens = app.api().signedUp(user);
        app.realm().giveAdminRoles(tokens.userId(), "manage-users");

        Backend.forCodes(app)
                .requestVerification(Map.of("email", user.email()))
                .statusCode(201)
                .body("$", anEmptyMap());
    }

    @Test
    void givenARoleForNewcomersThatCameToAdministerKeycloak_whenSigningUp_thenAMember() {
        app.platform().as(Method.POST, "/roles", Map.of("name", "newcomer")).statusCode(201);
        app.set("heimdall.signup_default_role", "newcomer");
        try {
            app.realm().addComposites("newcomer", app.realm().adminRoles("realm-admin"));

            String role = app.api()
                    .permissions(app.api().signedUp(TestUser.ada()).access())
                    .statusCode(200)
                    .extract()
                    .path("role");

            assertThat(role).isEqualTo("member");
        } finally {
            app.set("heimdall.signup_default_role", null);
        }
    }

    @Test
    void givenAnInviteWhoseRoleCameToAdministerKeycloak_whenAccepting_thenAMember() {
        app.platform().as(Method.POST, "/roles", Map.of("name", "guest")).statusCode(201);
        String email = TestUser.named("guest").email();
        String code = app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", email, "role_name", "guest"))
                .statusCode(201)
                .extract()
                .path("code");
        app.realm().addComposites("guest", app.realm().adminRoles("realm-admin"));

        Tokens tokens = Tokens.of(app.api()
                .request(Method.POST, "/auth/accept-invite", Map.of("code", code, "password", PASSWORD), Map.of())
                .then());

        app.api().permissions(tokens.access()).body("role", equalTo("member"));
        assertThat(app.realm().list("/users/" + tokens.userId() + "/role-mappings/realm"))
                .extracting(role -> role.get("name"))
                .doesNotContain("guest");
    }

    private static ValidatableResponse reset(Backend backend, TestUser user) {
        return backend.requestPasswordReset(Map.of("email", user.email())).statusCode(201);
    }
}
