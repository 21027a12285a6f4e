/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.server.KeycloakLine;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in with a second factor. */
class MfaSigninIT {

    private static final int AT_ONCE = 10;
    private static final int GUESSES = 40;
    private static final int LIMIT = 5;

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private final TestUser ada = TestUser.ada();
    private Tokens first;
    private MfaApi mfa;
    private Enrolled factor;

    @BeforeEach
    void enrol() {
        mfa = new MfaApi(app.api());
        first = app.api().signedUp(ada);
        factor = mfa.enrolled(first.access(), "phone");
    }

    @Test
    void givenAFactor_whenSigningIn_thenAChallengeAndNoSession() {
        app.api()
                .signin(ada)
                .statusCode(200)
                .body("mfa_required", equalTo(true))
                .body("access_token", nullValue())
                .body("factors", hasSize(1))
                .body("factors[0].id", equalTo(factor.id()))
                .body("factors[0].type", equalTo("totp"))
                .body("factors[0].label", equalTo("phone"));

        assertThat(app.realm().sessions(first.userId())).hasSize(1);
    }

    @Test
    void givenAFactor_whenThePasswordIsWrong_thenTheAnswerIsThatOfAnybody() {
        String wrong = app.api()
                .signin(ada.username(), "wrong")
                .statusCode(401)
                .extract()
                .asString();
        String nobody = app.api()
                .signin("nobody-at-all", "wrong")
                .statusCode(401)
                .extract()
                .asString();

        assertThat(wrong).isEqualTo(nobody);
    }

    @Test
    void givenAChallenge_whenVerifiedWithACode_thenTokensThatTellOfItAlsoAfterARefresh() {
        Tokens tokens = Tokens.of(mfa.verify(mfa.challenged(ada), factor.phone().code(0)));

        assertThat(tokens.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "totp");
        Integer at = tokens.accessJwt().claim("mfa_at");
        assertThat(at).isEqualTo(tokens.accessJwt().<Integer>claim("iat"));
        Tokens next = Tokens.of(app.api().refresh(tokens.refresh()));
        assertThat(next.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "totp");
        assertThat(next.accessJwt().<Integer>claim("mfa_at")).isEqualTo(at);
    }

    @Test
    void givenNoFactor_whenSigningIn_thenTheTokenTellsOfThePasswordAlone() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));

        assertThat(eve.accessJwt().<List<String>>claim("amr")).containsExactly("pwd");
        assertThat(eve.accessJwt().claims()).doesNotContainKey("mfa_at");
    }

    @Test
    void givenAUsedCode_whenVerifyingAnotherChallengeWithIt_thenRefused() {
        String code = factor.phone().code(0);
        mfa.verify(mfa.challenged(ada), code).statusCode(200);

        mfa.verify(mfa.challenged(ada), code).statusCode(401);
    }

    @Test
    void givenTheCodesOfTheEnrolment_whenVerifyingAChallenge_thenRefused() {
        mfa.verify(mfa.challenged(ada), factor.phone().code(-3)).statusCode(401);
    }

    @Test
    void givenAUsedChallenge_whenVerifyingItAgain_thenRefused() {
        String challenge = mfa.challenged(ada);
        mfa.verify(challenge, factor.phone().code(0)).statusCode(200);

        mfa.verify(challenge, factor.phone().code(1)).statusCode(401);
    }

    @Test
    void givenFiveWrongCodes_whenTheRightOneComes_thenTheChallengeIsLocked() {
        String challenge = mfa.challenged(ada);
        for (int i = 0; i < 5; i++) {
            mfa.verify(challenge, "00000" + i).statusCode(401);
        }

        mfa.verify(challenge, factor.phone().code(0))
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]{0,2}"))
                .body("statusCode", equalTo(429))
                .body("code", equalTo("TOO_MANY_ATTEMPTS"));
        assertThat((Integer) app.realm().bruteForce(first.userId()).get("numFailures"))
                .isEqualTo(5);
    }

    @Test
    void givenManyChallenges_whenGuessingAtEach_thenTheUserIsLocked() {
        List<String> challenges = List.of(mfa.challenged(ada), mfa.challenged(ada));
        for (int i = 0; i < 5; i++) {
            mfa.verify(challenges.get(0), "00000" + i).statusCode(401);
        }

        mfa.verify(challenges.get(1), factor.phone().code(0)).statusCode(401);
        app.api().signin(ada).statusCode(401);
        app.realm().clearBruteForce(first.userId());
        mfa.verify(challenges.get(1), factor.phone().code(1)).statusCode(200);
    }

    @Test
    void givenWrongCodes_whenThePasswordComesAgain_thenTheyStillCountUntilACodeIsRight() {
        mfa.verify(mfa.challenged(ada), "000000").statusCode(401);
        String challenge = mfa.challenged(ada);
        assertThat(app.realm().bruteForce(first.userId())).containsEntry("numFailures", 1);

        mfa.verify(challenge, factor.phone().code(0)).statusCode(200);
        assertThat(app.realm().bruteForce(first.userId())).containsEntry("numFailures", 0);
    }

    @Test
    void givenWrongCodes_whenThePasswordIsReset_thenTheyGoOnCountingAndWrongPasswordsDoNot() {
        Backend backend = Backend.forCodes(app);
        String code = backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
        // By the owner's own bearer, or the first reset would take the factor away.
        app.api().verifyContact(first.access(), code).statusCode(200);
        app.api().signin(ada.username(), "wrong").statusCode(401);
        mfa.verify(mfa.challenged(ada), "000000").statusCode(401);
        mfa.verify(mfa.challenged(ada), "000001").statusCode(401);

        reset(backend, "AnotherHorse1");

        // Before 26.6 Keycloak does not tell the two apart, and the wrong password goes on counting too.
        int kept = KeycloakLine.isBefore26(6) ? 3 : 2;
        assertThat(app.realm().bruteForce(first.userId())).containsEntry("numFailures", kept);
        String challenge = mfa.challenged(ada.withPassword("AnotherHorse1"));
        for (int i = kept; i < 5; i++) {
            mfa.verify(challenge, "00000" + i).statusCode(401);
        }
        reset(backend, "AnotherHorse2");
        assertThat(app.realm().bruteForce(first.userId()))
                .containsEntry("numFailures", 5)
                .containsEntry("disabled", true);
        mfa.verify(challenge, factor.phone().code(0)).statusCode(401);
    }

    private void reset(Backend backend, String password) {
        String code = backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
        app.api().resetPassword(code, password).statusCode(204);
    }

    @Test
    void givenARealmThatLetsCodesBeReused_whenOneComesAgain_thenRefusedHereAllTheSame() {
        app.realm().update(OtpPolicy.reusable());
        try {
            String code = factor.phone().code(0);
            mfa.verify(mfa.challenged(ada), code).statusCode(200);

            mfa.verify(mfa.challenged(ada), code).statusCode(401);
        } finally {
            app.realm().update(OtpPolicy.wide());
        }
    }

    @Test
    void givenOneCode_whenSentToManyChallengesAtOnce_thenOneSession() {
        List<String> challenges =
                IntStream.range(0, 4).mapToObj(i -> mfa.challenged(ada)).toList();
        String code = factor.phone().code(0);

        List<Integer> statuses = AtOnce.run(
                challenges.size(),
                i -> mfa.verify(challenges.get(i), code).extract().statusCode());

        assertThat(statuses)
                .containsOnly(200, 401)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void givenOneChallenge_whenManyRightCodesComeAtOnce_thenOneSession() {
        String challenge = mfa.challenged(ada);

        List<Integer> statuses = AtOnce.run(
                4,
                i -> mfa.verify(challenge, factor.phone().code(i - 1)).extract().statusCode());

        assertThat(statuses)
                .containsOnly(200, 401)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void givenOneChallenge_whenABurstOfGuessesComes_thenFiveAreLookedAt() {
        String challenge = mfa.challenged(ada);

        List<Integer> statuses = AtOnce.run(
                AT_ONCE, i -> mfa.verify(challenge, "00000" + i).extract().statusCode());

        assertThat(statuses)
                .containsOnly(401, 429)
                .filteredOn(status -> status == 401)
                .hasSize(5);
    }

    @Test
    void givenAnotherAppsChallenge_whenVerifyingItHere_thenRefused() {
        try (App other = App.fresh().createOn(app.server())) {
            new MfaApi(other.api())
                    .verify(mfa.challenged(ada), factor.phone().code(0))
                    .statusCode(401);
        }
    }

    @Test
    void givenAUserWhoIsSuspendedMeanwhile_whenVerifying_thenRefused() {
        String challenge = mfa.challenged(ada);
        app.realm().enableUser(first.userId(), false);

        mfa.verify(challenge, factor.phone().code(0)).statusCode(401);
    }

    @Test
    void givenABadBody_whenVerifying_thenRefused() {
        for (Object body : List.of(
                Map.of(),
                Map.of("mfa_token", "x"),
                Map.of("mfa_token", "x", "code", 123456),
                Map.of("mfa_token", List.of(), "code", "123456"),
                Map.of("mfa_token", "a\0b", "code", "123456"),
                Map.of("mfa_token", "x", "code", "1".repeat(17)))) {
            app.api()
                    .request(Method.POST, "/auth/mfa/verify", body, Map.of())
                    .then()
                    .statusCode(400);
        }
        mfa.verify("no-such-challenge", "123456").statusCode(401);
    }

    @RepeatedTest(3)
    void givenManyChallenges_whenGuessingAtAllOfThemAtOnce_thenNoMoreGuessesThanTheLimitAreLookedAt() {
        List<String> challenges =
                IntStream.range(0, AT_ONCE).mapToObj(i -> mfa.challenged(ada)).toList();

        // Recovery codes are looked at one after the other: all but the first wait meanwhile.
        List<Integer> statuses =
                AtOnce.run(GUESSES, i -> mfa.recover(challenges.get(i % AT_ONCE), "0000-0000-0000-0000")
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(401);
        assertThat((Integer) app.realm().bruteForce(first.userId()).get("numFailures"))
                .isBetween(1, LIMIT);
        app.realm().clearBruteForce(first.userId());
        mfa.verify(mfa.challenged(ada), factor.phone().code(0)).statusCode(200);
    }
}
