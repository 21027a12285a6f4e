/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.AuthenticatorApp;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /me/mfa/factors}. */
class EnrolmentIT {

    private static final String LABEL = "iPhone 15";

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private final TestUser ada = TestUser.ada();
    private Tokens tokens;
    private MfaApi mfa;

    @BeforeEach
    void signUp() {
        mfa = new MfaApi(app.api());
        tokens = app.api().signedUp(ada);
    }

    @Test
    void givenAUser_whenEnrolling_thenEverythingThatAnAuthenticatorAppNeeds() throws IOException {
        ValidatableResponse answer = mfa.enrol(tokens.access(), LABEL)
                .statusCode(201)
                .body("factor.type", equalTo("totp"))
                .body("factor.label", equalTo(LABEL))
                .body("factor.enabled", equalTo(false))
                .body("factor.enabled_at", nullValue())
                .body("enrollment.algorithm", equalTo("SHA1"))
                .body("enrollment.digits", equalTo(6))
                .body("enrollment.period", equalTo(30))
                .body("enrollment.qr_data_url", startsWith("data:image/png;base64,"));
        String secret = answer.extract().path("enrollment.secret");
        String qr = answer.extract().path("enrollment.qr_data_url");

        assertThat(answer.extract().<String>path("enrollment.otpauth_uri"))
                .startsWith("otpauth://totp/Acme:" + ada.username())
                .contains("secret=" + secret, "issuer=Acme", "digits=6", "period=30", "algorithm=SHA1");
        byte[] png = Base64.getDecoder().decode(qr.substring(qr.indexOf(',') + 1));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(100);
    }

    @Test
    void givenAPendingFactor_whenSigningIn_thenNoChallenge() {
        mfa.enrol(tokens.access(), LABEL).statusCode(201);

        app.api().signedIn(ada);
        mfa.factors(tokens.access()).body("data", hasSize(1)).body("data[0].enabled", equalTo(false));
        assertThat(app.realm().list("/users/" + tokens.userId() + "/credentials"))
                .noneMatch(credential -> "otp".equals(credential.get("type")));
    }

    @Test
    void givenTwoCodesInARow_whenConfirming_thenEnabledAndRecoveryCodes() {
        Enrolled factor = mfa.enrolled(tokens.access(), LABEL);

        assertThat(factor.recoveryCodes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9a-f]{4}-){3}[0-9a-f]{4}"));
        mfa.factors(tokens.access())
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].id", equalTo(factor.id()))
                .body("data[0].enabled", equalTo(true));
        assertThat(app.realm().list("/users/" + tokens.userId() + "/credentials"))
                .anyMatch(
                        credential -> factor.id().equals(credential.get("id")) && "otp".equals(credential.get("type")))
                .anyMatch(credential -> "recovery-authn-codes".equals(credential.get("type")));
    }

    @Test
    void givenCodesThatAreNotInARow_whenConfirming_thenRefusedAndTheFactorStaysPending() {
        ValidatableResponse started = mfa.enrol(tokens.access(), LABEL);
        String id = started.extract().path("factor.id");
        AuthenticatorApp phone = new AuthenticatorApp(started.extract().path("enrollment.secret"));

        mfa.confirm(tokens.access(), id, phone.code(0), phone.code(0)).statusCode(400);
        mfa.confirm(tokens.access(), id, phone.code(-2), phone.code(0)).statusCode(400);
        mfa.confirm(tokens.access(), id, phone.code(0), "000000")
                .statusCode(400)
                .body("errors.code", contains("WRONG_CODE"));
        mfa.confirm(tokens.access(), id, phone.code(-40), phone.code(-39)).statusCode(400);
        mfa.confirm(tokens.access(), id, phone.code(-1) + '0', phone.code(0)).statusCode(400);
        mfa.confirm(tokens.access(), id, grouped(phone.code(-1)), grouped(phone.code(0)))
                .statusCode(200);
    }

    /** As authenticator apps show it. */
    private static String grouped(String code) {
        return code.substring(0, 3) + ' ' + code.substring(3);
    }

    @Test
    void givenAnEnabledFactor_whenConfirmingAgain_thenRefused() {
        Enrolled factor = mfa.enrolled(tokens.access(), LABEL);
        String fresh = Tokens.of(app.api().refresh(tokens.refresh())).access();

        mfa.confirm(fresh, factor.id(), factor.phone().code(-1), factor.phone().code(0))
                .statusCode(400);
    }

    @Test
    void givenSomebodyElsesFactor_whenConfirmingOrDisabling_thenNotFound() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));
        ValidatableResponse started = mfa.enrol(tokens.access(), LABEL);
        AuthenticatorApp phone = new AuthenticatorApp(started.extract().path("enrollment.secret"));
        String pending = started.extract().path("factor.id");

        mfa.confirm(eve.access(), pending, phone.code(-1), phone.code(0)).statusCode(404);
        mfa.disable(eve.access(), pending).statusCode(404);
        String enabled = mfa.enrolled(tokens.access(), "another").id();
        mfa.disable(eve.access(), enabled).statusCode(404);
        mfa.factors(tokens.access()).body("data", hasSize(1));
    }

    @Test
    void givenTheOnlyFactor_whenDisabled_thenSigninAsksNoMoreAndTheRecoveryCodesAreGone() {
        Enrolled factor = mfa.enrolled(tokens.access(), LABEL);

        String fresh = Tokens.of(app.api().refresh(tokens.refresh())).access();
        mfa.disable(fresh, factor.id()).statusCode(204);

        mfa.factors(tokens.access()).body("data", hasSize(0));
        app.api().signedIn(ada);
        assertThat(app.realm().list("/users/" + tokens.userId() + "/credentials"))
                .hasSize(1);
        mfa.disable(fresh, factor.id()).statusCode(404);
        mfa.regenerate(fresh).statusCode(409);
    }

    @Test
    void givenALabelInUse_whenEnrollingAnother_thenConflict() {
        mfa.enrolled(tokens.access(), LABEL);
        String fresh = Tokens.of(app.api().refresh(tokens.refresh())).access();

        mfa.enrol(fresh, LABEL.toUpperCase()).statusCode(409);
        mfa.enrol(fresh, "iPad").statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"sms\"}",
                "{\"type\":7}",
                "{\"type\":\"totp\",\"label\":[]}",
                "{\"type\":\"totp\",\"label\":\"a\\u0000b\"}",
                "{\"type\":\"totp\",\"label\":\"12345678901234567890123456789012345678901234567890123456789012345\"}"
            })
    void givenABadBody_whenEnrolling_thenRefused(String body) {
        app.api().as(tokens.access(), Method.POST, "/me/mfa/factors", body).statusCode(400);
    }

    @Test
    void givenNoBearerOrAnotherAppsToken_whenAskingForFactors_thenRefused() {
        app.api().request(Method.GET, "/me/mfa/factors", null, Map.of()).then().statusCode(401);
        try (App other = App.fresh().createOn(app.server())) {
            new MfaApi(other.api()).factors(tokens.access()).statusCode(401);
        }
    }
}
