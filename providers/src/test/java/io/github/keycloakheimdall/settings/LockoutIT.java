/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Realms whose protection against guessing is set in one way or another. The app's limit is five. */
@OnOneDatabase
class LockoutIT {

    private static final Map<String, Object> FOR_GOOD = Map.of(
            "bruteForceProtected", true,
            "permanentLockout", true,
            "failureFactor", 7,
            "waitIncrementSeconds", 2,
            "maxFailureWaitSeconds", 900);
    private static final Map<String, Object> OFF =
            Map.of("bruteForceProtected", false, "permanentLockout", false, "waitIncrementSeconds", 60);

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();

    @Test
    void givenLocksForGood_whenTheAppsLimitIsReached_thenLockedForAWhileOnly() {
        app.realm().update(FOR_GOOD);
        app.api().signup(ada).statusCode(200);

        guess(5);

        app.api().signin(ada).statusCode(401);
        assertThat(app.realm().user(ada.username())).containsEntry("enabled", true);
        untilSignedIn();
    }

    @Test
    void givenLocksForGood_whenTheRealmsLimitIsReached_thenDisabledUntilAnAdminLetsInAndForgets() {
        app.realm().update(FOR_GOOD);
        Tokens tokens = app.api().signedUp(ada);
        guess(5);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            guess(1);
            assertThat(app.realm().user(ada.username())).containsEntry("enabled", false);
        });
        activate(tokens);

        guess(1);
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenNoProtection_whenLockedByTheApp_thenAnAdminUnlocksByTheStatus() {
        app.realm().update(OFF);
        Tokens tokens = app.api().signedUp(ada);
        guess(5);
        app.api().signin(ada).statusCode(401);

        activate(tokens);

        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenNoProtection_whenLockedByTheApp_thenKeycloaksOwnCallUnlocksToo() {
        app.realm().update(OFF);
        Tokens tokens = app.api().signedUp(ada);
        guess(5);
        app.api().signin(ada).statusCode(401);

        app.realm().clearBruteForce(tokens.userId());

        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenNoProtectionThatWouldLockForGood_whenLockedByTheApp_thenForAWhileOnly() {
        app.realm().update(Map.of("bruteForceProtected", false, "permanentLockout", true, "waitIncrementSeconds", 2));
        app.api().signup(ada).statusCode(200);

        guess(5);

        app.api().signin(ada).statusCode(401);
        untilSignedIn();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenSettingsOfZero_whenGuessing_thenLockedAllTheSame(boolean bruteForceProtected) {
        app.realm()
                .update(Map.of(
                        "bruteForceProtected",
                        bruteForceProtected,
                        "permanentLockout",
                        false,
                        "failureFactor",
                        0,
                        "waitIncrementSeconds",
                        0,
                        "maxFailureWaitSeconds",
                        0));
        app.api().signup(ada).statusCode(200);

        guess(5);

        app.api().signin(ada).statusCode(401);
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            app.api().signin(ada.username(), "wrong-" + i).statusCode(401);
        }
    }

    private void untilSignedIn() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> app.api().signin(ada).statusCode(200));
    }

    private static void activate(Tokens tokens) {
        app.platform()
                .as(Method.PATCH, "/end-users/" + tokens.userId() + "/status", Map.of("status", "active"))
                .statusCode(200);
    }
}
