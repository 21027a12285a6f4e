/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guide, step 4. */
class SigninIT {

    private static final String REFUSAL = "{\"statusCode\":401,\"message\":\"Invalid credentials\"}";

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenAUser_whenSigningInByUsername_thenTokens() {
        TestUser ada = signedUp();

        app.api().signin(ada.username().toUpperCase(), ada.password()).statusCode(200);
    }

    @Test
    void givenAnUnverifiedEmail_whenSigningInByIt_thenRefused() {
        TestUser ada = signedUp();

        assertRefused(ada.email(), ada.password());
    }

    @Test
    void givenAVerifiedEmail_whenSigningInByItInOtherCase_thenTokens() {
        TestUser ada = signedUp();
        app.realm().updateUser(idOf(ada), Map.of("emailVerified", true));

        app.api().signin(ada.email().toUpperCase(), ada.password()).statusCode(200);
    }

    @Test
    void givenAWrongPassword_whenSigningIn_thenRefused() {
        assertRefused(signedUp().username(), "not-the-password");
    }

    @Test
    void givenNobodyOfThatName_whenSigningIn_thenRefusedInTheSameBytes() {
        assertRefused("nobody-at-all", "CorrectHorseBatteryStaple");
    }

    @Test
    void givenASuspendedUser_whenSigningIn_thenRefusedInTheSameBytes() {
        TestUser ada = signedUp();
        app.realm().enableUser(idOf(ada), false);

        assertRefused(ada.username(), ada.password());
    }

    @Test
    void givenALockedUser_whenSigningIn_thenRefusedInTheSameBytes() {
        TestUser ada = signedUp();
        for (int i = 0; i < 5; i++) {
            assertRefused(ada.username(), "wrong-" + i);
        }

        assertRefused(ada.username(), ada.password());
    }

    @Test
    void givenSigninSwitchedOff_whenSigningIn_thenRefusedInTheSameBytesAndIssuedTokensLiveOn() {
        TestUser ada = TestUser.ada();
        Tokens issued = app.api().signedUp(ada);
        app.set("heimdall.signin_enabled", "false");
        try {
            assertRefused(ada.username(), ada.password());
            app.api().me(issued.access()).statusCode(200);
            app.api().refresh(issued.refresh()).statusCode(200);
        } finally {
            app.set("heimdall.signin_enabled", "true");
        }
    }

    @Test
    void givenATemporaryPassword_whenSigningIn_thenToldToChangeItAndAWrongOneIsRefusedInTheSameBytes() {
        TestUser ada = signedUp();
        app.realm().updateUser(idOf(ada), Map.of("requiredActions", List.of("UPDATE_PASSWORD")));

        app.api().signin(ada).statusCode(403).body("actions", equalTo(List.of("UPDATE_PASSWORD")));
        assertRefused(ada.username(), "not-the-password");
    }

    @Test
    void givenAnotherApp_whenSigningInThere_thenTheUserIsUnknown() {
        TestUser ada = signedUp();
        try (App other = App.fresh().createOn(app.server())) {
            other.api().signin(ada).statusCode(401);
        }
    }

    @Test
    void givenAUserMadeInTheConsoleWithoutAPassword_whenSigningIn_thenRefused() {
        TestUser ada = TestUser.ada();
        app.realm().call(Method.POST, "/users", Map.of("username", ada.username(), "enabled", true));

        assertRefused(ada.username(), ada.password());
    }

    @Test
    void givenASignin_whenLookingInTheConsole_thenTheSessionIsThere() {
        TestUser ada = signedUp();
        Tokens tokens = app.api().signedIn(ada);

        assertThat(app.realm().sessions(tokens.userId())).anySatisfy(session -> {
            assertThat(session.get("id")).isEqualTo(tokens.sessionId());
            assertThat(((Map<?, ?>) session.get("clients")).values().toString()).isEqualTo("[heimdall]");
        });
    }

    private static TestUser signedUp() {
        TestUser ada = TestUser.ada();
        app.api().signup(ada).statusCode(200);
        return ada;
    }

    private static String idOf(TestUser user) {
        return (String) app.realm().user(user.username()).get("id");
    }

    private static void assertRefused(String identifier, String password) {
        app.api().signin(identifier, password).statusCode(401).body(equalTo(REFUSAL));
    }
}
