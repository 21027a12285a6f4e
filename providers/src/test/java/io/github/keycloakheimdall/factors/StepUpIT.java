/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code POST /me/mfa/step-up}. */
class StepUpIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm(OtpPolicy.wide())
            .with("heimdall.max_failed_login_attempts", "100")
            .withRealm("failureFactor", 100);

    private Tokens tokens;
    private MfaApi mfa;
    private Enrolled factor;

    @BeforeEach
    void enrol() {
        mfa = new MfaApi(app.api());
        TestUser ada = TestUser.ada();
        Tokens other = app.api().signedUp(ada);
        tokens = app.api().signedIn(ada);
        factor = mfa.enrolled(other.access(), "phone");
    }

    @Test
    void givenACode_whenSteppingUp_thenTheNextTokenTellsOfIt() {
        String code = factor.phone().code(0);
        mfa.stepUp(tokens.access(), code.substring(0, 3) + "\u00a0" + code.substring(3) + "   ")
                .statusCode(200)
                .body("amr", contains("pwd", "totp"))
                .body("mfa_at", notNullValue());

        Tokens next = Tokens.of(app.api().refresh(tokens.refresh()));
        assertThat(next.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "totp");
        assertThat(next.accessJwt().claims()).containsKey("mfa_at");
    }

    @Test
    void givenARecoveryCode_whenSteppingUp_thenItIsTakenOnce() {
        String code = factor.recoveryCodes().get(2);

        mfa.stepUp(tokens.access(), code).statusCode(200).body("amr", contains("pwd", "recovery_code"));
        mfa.stepUp(tokens.access(), code).statusCode(401);
    }

    @Test
    void givenOneCode_whenSteppingUpWithItAtOnce_thenItIsTakenOnce() {
        String code = factor.phone().code(0);

        List<Integer> statuses =
                AtOnce.run(4, i -> mfa.stepUp(tokens.access(), code).extract().statusCode());

        assertThat(statuses)
                .containsOnly(200, 401)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void givenFiveWrongCodes_whenTheRightOneComes_thenLockedOnThisSessionAlone() {
        for (int i = 0; i < 5; i++) {
            mfa.stepUp(tokens.access(), "00000" + i).statusCode(401);
        }

        mfa.stepUp(tokens.access(), factor.phone().code(0))
                .statusCode(429)
                .header("Retry-After", equalTo("900"))
                .body("code", equalTo("TOO_MANY_ATTEMPTS"));
        mfa.stepUp(tokens.access(), factor.recoveryCodes().get(0)).statusCode(429);
    }

    @Test
    void givenFourWrongCodes_whenARightOneComes_thenTheCountStartsAgain() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                mfa.stepUp(tokens.access(), "00000" + i).statusCode(401);
            }
            mfa.stepUp(tokens.access(), factor.phone().code(round)).statusCode(200);
        }
    }

    @Test
    void givenNoFactor_whenSteppingUp_thenRefused() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));

        mfa.stepUp(eve.access(), "123456").statusCode(401);
        mfa.stepUp(eve.access(), factor.phone().code(0)).statusCode(401);
    }

    @Test
    void givenASessionThatEnded_whenSteppingUp_thenRefused() {
        app.api().logout(tokens.refresh()).statusCode(204);

        mfa.stepUp(tokens.access(), factor.phone().code(0)).statusCode(401);
    }
}
