/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An account whose one-time password an admin took away in the console; its recovery codes stayed, and the
 * realm's login page asks for them.
 */
class RecoveryCodesAloneIT {

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private final TestUser ada = TestUser.ada();
    private Tokens first;
    private MfaApi mfa;
    private Enrolled factor;

    @BeforeAll
    static void haveTheLoginPageAskForRecoveryCodes() {
        String executions = "/authentication/flows/browser/executions";
        Map<String, Object> step = new HashMap<>(app.realm().list(executions).stream()
                .filter(each -> "auth-recovery-authn-code-form".equals(each.get("providerId")))
                .findFirst()
                .orElseThrow());
        step.put("requirement", "ALTERNATIVE");
        app.realm().call(Method.PUT, executions, step);
    }

    @BeforeEach
    void loseThePhone() {
        mfa = new MfaApi(app.api());
        first = app.api().signedUp(ada);
        factor = mfa.enrolled(first.access(), "phone");
        String credentials = "/users/" + first.userId() + "/credentials";
        app.realm().list(credentials).stream()
                .filter(credential -> credential.get("type").equals("otp"))
                .forEach(otp -> app.realm().call(Method.DELETE, credentials + "/" + otp.get("id"), null));
    }

    @Test
    void givenRecoveryCodesAlone_whenThePasswordIsRight_thenAChallengeThatOneOfThemAnswers() {
        app.api()
                .signin(ada)
                .statusCode(200)
                .body("mfa_required", equalTo(true))
                .body("factors", empty())
                .body("access_token", nullValue());
        String challenge = mfa.challenged(ada);

        mfa.verify(challenge, factor.phone().code(0)).statusCode(401);
        Tokens tokens =
                Tokens.of(mfa.recover(challenge, factor.recoveryCodes().get(0)).statusCode(200));

        mfa.enrol(tokens.access(), "another phone").statusCode(201);
    }

    @Test
    void givenRecoveryCodesAlone_whenABearerTellsOfNoFactor_thenItChangesNothing() {
        mfa.enrol(first.access(), "a thief's phone").statusCode(403).body("code", equalTo("STEP_UP_REQUIRED"));

        mfa.stepUp(first.access(), factor.recoveryCodes().get(1)).statusCode(200);
        Tokens stepped = Tokens.of(app.api().refresh(first.refresh()));
        mfa.enrol(stepped.access(), "phone").statusCode(201);
    }
}
