/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two requests at once. */
class RacesIT {

    private static final int AT_ONCE = 20;

    @RegisterExtension
    static final App app = App.fresh();

    @RepeatedTest(3)
    void givenOneRefreshToken_whenUsedTwentyTimesAtOnce_thenAtMostOneSucceedsAndTheSessionDies() {
        Tokens first = app.api().signedUp(TestUser.ada());

        List<Integer> statuses = AtOnce.run(
                AT_ONCE, i -> app.api().refresh(first.refresh()).extract().statusCode());

        assertThat(statuses)
                .isSubsetOf(200, 401)
                .filteredOn(status -> status == 200)
                .hasSizeLessThanOrEqualTo(1);
        app.api().me(first.access()).statusCode(401);
        assertThat(app.realm().sessions(first.userId())).isEmpty();
    }

    @Test
    void givenOneName_whenSigningUpTwentyTimesAtOnce_thenOneAccount() {
        TestUser ada = TestUser.ada();

        List<Integer> statuses =
                AtOnce.run(AT_ONCE, i -> app.api().signup(ada).extract().statusCode());

        assertThat(statuses)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenOneEmailAndManyNames_whenSigningUpAtOnce_thenOneAccount() {
        TestUser ada = TestUser.ada();

        List<Integer> statuses = AtOnce.run(AT_ONCE, i -> app.api()
                .signup(TestUser.ada().withEmail(ada.email()))
                .extract()
                .statusCode());

        assertThat(statuses)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void givenABurstOfGuesses_whenTheLimitIsReached_thenTheRightPasswordComesTooLate() {
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);

        AtOnce.run(
                AT_ONCE,
                i -> app.api().signin(ada.username(), "wrong-" + i).extract().statusCode());

        app.api().signin(ada).statusCode(401);
        assertThat((Integer) app.realm().bruteForce(tokens.userId()).get("numFailures"))
                .isGreaterThanOrEqualTo(5);
        app.realm().clearBruteForce(tokens.userId());
        app.api().signin(ada).statusCode(200);
    }

    @RepeatedTest(10)
    void givenOneSession_whenRefreshedAndRevokedAtOnce_thenItIsDead() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        List<Integer> statuses = AtOnce.run(
                2,
                i -> i == 0
                        ? app.api().refresh(tokens.refresh()).extract().statusCode()
                        : app.api()
                                .revokeSession(tokens.access(), tokens.sessionId())
                                .extract()
                                .statusCode());

        assertThat(statuses.get(1)).isIn(204, 401);
        assertThat(statuses.get(0)).isIn(200, 401);
        app.api().me(tokens.access()).statusCode(401);
    }

    @RepeatedTest(10)
    void givenOneSession_whenRefreshedAndLoggedOutAtOnce_thenNoTokenOfItRefreshes() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        List<String> fresh = new CopyOnWriteArrayList<>();

        List<Integer> statuses = AtOnce.run(2, i -> {
            if (i == 1) {
                return app.api().logout(tokens.refresh()).extract().statusCode();
            }
            ExtractableResponse<Response> refreshed =
                    app.api().refresh(tokens.refresh()).extract();
            if (refreshed.statusCode() == 200) {
                fresh.add(refreshed.path("refresh_token"));
            }
            return refreshed.statusCode();
        });

        assertThat(statuses.get(1)).isIn(204, 401);
        assertThat(statuses.get(0)).isIn(200, 401);
        fresh.forEach(token -> app.api().refresh(token).statusCode(401));
        assertThat(app.realm().sessions(tokens.userId())).isEmpty();
    }

    @Test
    void givenOneUser_whenSigningInTwentyTimesAtOnce_thenEverySigninWorks() {
        TestUser ada = TestUser.ada();
        app.api().signup(ada).statusCode(200);

        List<Integer> statuses =
                AtOnce.run(AT_ONCE, i -> app.api().signin(ada).extract().statusCode());

        assertThat(statuses).containsOnly(200);
    }
}
