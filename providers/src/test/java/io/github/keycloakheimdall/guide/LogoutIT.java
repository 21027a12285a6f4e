/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guide, step 7. */
class LogoutIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Tokens tokens = app.api().signedUp(TestUser.ada());

    @Test
    void givenALogout_whenRefreshing_thenRefused() {
        app.api().logout(tokens.refresh()).statusCode(204);

        app.api().refresh(tokens.refresh()).statusCode(401);
        assertThat(app.realm().sessions(tokens.userId())).isEmpty();
    }

    @Test
    void givenALogout_whenUsingTheBearer_thenItLivesUntilItsOwnExpiry() {
        app.api().logout(tokens.refresh()).statusCode(204);

        app.api().me(tokens.access()).statusCode(200);
    }

    @Test
    void givenALogout_whenEndingTheSession_thenItIsTooLateAndTheBearerLivesOn() {
        TestUser bob = TestUser.named("bob");
        Tokens phone = app.api().signedUp(bob);
        Tokens laptop = app.api().signedIn(bob);
        app.api().logout(phone.refresh()).statusCode(204);

        app.api().revokeSession(phone.access(), phone.sessionId()).statusCode(401);
        app.api().revokeSession(laptop.access(), phone.sessionId()).statusCode(404);
        app.api().me(phone.access()).statusCode(200);
    }

    @Test
    void givenALogout_whenTheUserIsSuspended_thenTheBearerIsRefused() {
        app.api().logout(tokens.refresh()).statusCode(204);
        app.realm().enableUser(tokens.userId(), false);

        app.api().me(tokens.access()).statusCode(401);
    }

    @Test
    void givenALogout_whenLoggingOutAgain_thenNothingHappens() {
        app.api().logout(tokens.refresh()).statusCode(204);

        app.api().logout(tokens.refresh()).statusCode(204);
    }

    @Test
    void givenAUsedRefreshToken_whenLoggingOutWithIt_thenRefusedAndTheSessionIsGone() {
        Tokens second = Tokens.of(app.api().refresh(tokens.refresh()));

        app.api().logout(tokens.refresh()).statusCode(401);

        app.api().me(second.access()).statusCode(401);
    }

    @Test
    void givenSomethingElse_whenLoggingOut_thenRefused() {
        app.api().logout("not a token").statusCode(401);
    }

    @Test
    void givenTwoSessions_whenLoggingOutOne_thenTheOtherLives() {
        TestUser bob = TestUser.named("bob");
        Tokens phone = app.api().signedUp(bob);
        Tokens laptop = app.api().signedIn(bob);

        app.api().logout(phone.refresh()).statusCode(204);

        app.api().refresh(laptop.refresh()).statusCode(200);
    }

    @Test
    void givenAPasswordChange_whenLookingAtSessions_thenOnlyTheCallersIsLeft() {
        TestUser bob = TestUser.named("bob");
        Tokens phone = app.api().signedUp(bob);
        Tokens laptop = app.api().signedIn(bob);

        app.api()
                .changePassword(laptop.access(), bob.password(), "AnotherHorseBattery")
                .statusCode(204);

        app.api().me(laptop.access()).statusCode(200);
        app.api().refresh(laptop.refresh()).statusCode(200);
        app.api().me(phone.access()).statusCode(401);
        app.api().signin(bob).statusCode(401);
        app.api().signin(bob.withPassword("AnotherHorseBattery")).statusCode(200);
    }

    @Test
    void givenAWrongCurrentPassword_whenChangingIt_thenRefusedAndCounted() {
        app.api()
                .changePassword(tokens.access(), "wrong", "AnotherHorseBattery")
                .statusCode(401);

        Map<String, Object> failures = app.realm().bruteForce(tokens.userId());
        assertThat(failures.get("numFailures")).isEqualTo(1);
    }

    @Test
    void givenAWeakNewPassword_whenChangingIt_thenTheFieldIsNamed() {
        app.api()
                .changePassword(tokens.access(), "CorrectHorseBatteryStaple", "short")
                .statusCode(400)
                .body("errors[0].field", equalTo("new_password"));
    }
}
