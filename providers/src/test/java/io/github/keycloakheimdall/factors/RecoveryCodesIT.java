/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The codes for the day on which the phone is lost. */
class RecoveryCodesIT {

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
    void givenAChallenge_whenRecoveringWithAnyOfTheCodes_thenTokensThatTellOfIt() {
        Tokens tokens = Tokens.of(
                mfa.recover(mfa.challenged(ada), factor.recoveryCodes().get(7)));

        assertThat(tokens.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "recovery_code");
        assertThat(tokens.accessJwt().claims()).containsKey("mfa_at");
    }

    @Test
    void givenACodeInOtherSpelling_whenRecovering_thenTaken() {
        String bare = factor.recoveryCodes().get(0).replace("-", "").toUpperCase();
        String spaced = ' ' + factor.recoveryCodes().get(1).replace("-", " ") + '\n';

        mfa.recover(mfa.challenged(ada), bare).statusCode(200);
        mfa.recover(mfa.challenged(ada), spaced).statusCode(200);
    }

    @Test
    void givenAUsedCode_whenRecoveringWithItAgain_thenRefusedAndTheOthersStillWork() {
        String used = factor.recoveryCodes().get(3);
        mfa.recover(mfa.challenged(ada), used).statusCode(200);

        mfa.recover(mfa.challenged(ada), used).statusCode(401);
        mfa.recover(mfa.challenged(ada), factor.recoveryCodes().get(0)).statusCode(200);
    }

    @Test
    void givenOneCode_whenSentToManyChallengesAtOnce_thenOneSession() {
        List<String> challenges =
                IntStream.range(0, 4).mapToObj(i -> mfa.challenged(ada)).toList();

        List<Integer> statuses = AtOnce.run(challenges.size(), i -> mfa.recover(
                        challenges.get(i), factor.recoveryCodes().get(0))
                .extract()
                .statusCode());

        assertThat(statuses)
                .containsOnly(200, 401)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void givenManyCodes_whenUsedAtOnce_thenNoneComesBack() {
        List<String> challenges =
                IntStream.range(0, 4).mapToObj(i -> mfa.challenged(ada)).toList();
        AtOnce.run(challenges.size(), i -> mfa.recover(
                        challenges.get(i), factor.recoveryCodes().get(i))
                .statusCode(200));

        for (int i = 0; i < challenges.size(); i++) {
            mfa.recover(mfa.challenged(ada), factor.recoveryCodes().get(i)).statusCode(401);
        }
    }

    @Test
    void givenAFreshSet_whenRecoveringWithAnEarlierCode_thenRefused() {
        List<String> fresh = mfa.regenerate(freshBearer())
                .statusCode(200)
                .body("recovery_codes", hasSize(10))
                .extract()
                .path("recovery_codes");

        mfa.recover(mfa.challenged(ada), factor.recoveryCodes().get(0)).statusCode(401);
        mfa.recover(mfa.challenged(ada), fresh.get(0)).statusCode(200);
    }

    @Test
    void givenRegenerationsAtOnce_whenLookingInTheConsole_thenOneSet() {
        String bearer = freshBearer();

        AtOnce.run(4, i -> mfa.regenerate(bearer).statusCode(200));

        assertThat(app.realm().list("/users/" + first.userId() + "/credentials"))
                .filteredOn(credential -> "recovery-authn-codes".equals(credential.get("type")))
                .hasSize(1);
    }

    @Test
    void givenAWrongCode_whenRecovering_thenRefused() {
        String challenge = mfa.challenged(ada);

        mfa.recover(challenge, "0000-0000-0000-0000").statusCode(401);
        mfa.recover(challenge, "").statusCode(401);
        mfa.recover(challenge, "é".repeat(16)).statusCode(401);
        mfa.recover(challenge, "1".repeat(65)).statusCode(400);
    }

    /** One that tells of the factor that was just confirmed. */
    private String freshBearer() {
        return Tokens.of(app.api().refresh(first.refresh())).access();
    }
}
