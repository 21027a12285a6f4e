/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an admin does to users, credentials and roles in Keycloak's own pages, by the calls that these make. */
class KeycloaksPagesIT {

    private static final String NEW_PASSWORD = "AnotherHorseBatteryStaple";

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide()).withRealm("adminEventsEnabled", true);

    private final TestUser ada = TestUser.ada();
    private Tokens tokens;

    @BeforeEach
    void signUp() {
        tokens = app.api().signedUp(ada);
    }

    @Test
    void givenAPasswordThatAnAdminSet_whenSigningIn_thenItHoldsAndTheOneBeforeDoesNot() {
        setPassword();

        app.api().signin(ada.username(), NEW_PASSWORD).statusCode(200);
        app.api().signin(ada).statusCode(401);
    }

    @Test
    void givenAUserMadeByAnAdmin_whenSigningIn_thenTheProfileAndTheRoleAreTheAdmins() {
        TestUser grace = TestUser.ada();
        app.realm()
                .call(
                        Method.POST,
                        "/users",
                        Map.of(
                                "username", grace.username(),
                                "email", grace.email(),
                                "emailVerified", true,
                                "enabled", true,
                                "attributes", Map.of("displayName", List.of("Grace Hopper")),
                                "credentials", List.of(Map.of("type", "password", "value", grace.password()))));

        String access = app.api().signedIn(grace).access();
        app.realm().giveRole((String) app.realm().user(grace.username()).get("id"), "member");

        app.api()
                .me(access)
                .body("email", equalTo(grace.email()))
                .body("emailVerifiedAt", notNullValue())
                .body("displayName", equalTo("Grace Hopper"))
                .body("role", equalTo("member"));
    }

    @Test
    void givenAProfileThatAnAdminChanged_whenReadingIt_thenTheChangeShows() {
        String email = "new-" + ada.email();
        app.realm()
                .updateUser(
                        tokens.userId(),
                        Map.of("email", email, "attributes", Map.of("displayName", List.of("Countess"))));

        app.api().me(tokens.access()).body("email", equalTo(email)).body("displayName", equalTo("Countess"));
    }

    @Test
    void givenAFactorThatAnAdminDeleted_whenSigningIn_thenNothingAsksForIt() {
        MfaApi mfa = new MfaApi(app.api());
        mfa.enrolled(tokens.access(), "iPhone 15");
        app.api().signin(ada).statusCode(200).body("mfa_required", equalTo(true));

        app.realm().list(credentials()).stream()
                .filter(credential -> "otp".equals(credential.get("type")))
                .forEach(credential ->
                        app.realm().call(Method.DELETE, credentials() + "/" + credential.get("id"), null));

        String access = app.api().signedIn(ada).access();
        mfa.factors(access).body("data", hasSize(0));
    }

    @Test
    void givenARoleMappedByAnAdmin_whenAskingForPermissions_thenTheRolesUntilItIsTaken() {
        app.realm().giveRole(tokens.userId(), "admin");
        app.api().permissions(tokens.access()).body("role", equalTo("admin")).body("permissions", hasItem("user.list"));

        app.realm().takeRole(tokens.userId(), "admin");
        app.api()
                .permissions(tokens.access())
                .body("role", equalTo("member"))
                .body("permissions", not(hasItem("user.list")));
    }

    @Test
    void givenARoleMadeByAnAdmin_whenAskingForPermissions_thenItsAssociatedRolesAsTheyAre() {
        app.realm()
                .call(
                        Method.POST,
                        "/roles",
                        Map.of("name", "support", "attributes", Map.of("heimdall.role", List.of("custom"))));
        List<Map<String, Object>> associated = List.of(app.realm().permission("session.revoke"));
        app.realm().addComposites("support", associated);
        app.realm().takeRole(tokens.userId(), "member");
        app.realm().giveRole(tokens.userId(), "support");

        app.api()
                .permissions(tokens.access())
                .body("role", equalTo("support"))
                .body("permissions", contains("session.revoke"));
        app.realm().removeComposites("support", associated);
        app.api().permissions(tokens.access()).body("permissions", hasSize(0));
    }

    @Test
    void givenARoleMappedByAnAdmin_whenReadingTheAuditLog_thenItIsThere() {
        app.realm().giveRole(tokens.userId(), "admin");

        app.platform()
                .as(Method.GET, "/audit-logs?limit=1", null)
                .statusCode(200)
                .body("data[0].action", equalTo("user.role_changed"))
                .body("data[0].details.path", containsString(tokens.userId()));
    }

    private void setPassword() {
        app.realm()
                .call(
                        Method.PUT,
                        "/users/" + tokens.userId() + "/reset-password",
                        Map.of("type", "password", "value", NEW_PASSWORD, "temporary", false));
    }

    private String credentials() {
        return "/users/" + tokens.userId() + "/credentials";
    }
}
