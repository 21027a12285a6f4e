/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code is good for that is mailed as a second factor, and when there is none. */
class EmailFactorIT {

    @RegisterExtension
    static final App app = MailedUser.app();

    private MailedUser ada;
    private MfaApi mfa;

    @BeforeAll
    static void offer() {
        MailedFactors.offer(app);
    }

    @BeforeEach
    void signUp() {
        ada = MailedUser.signedUp(app, TestUser.ada());
        mfa = new MfaApi(app.api());
    }

    @Test
    void givenAMailedCode_whenItComesAnywhereElse_thenItIsWrong() {
        String id = ada.enrolled();
        String mine = ada.challenged();
        String others = ada.challenged();
        ada.send(mine, id).statusCode(200);
        String code = ada.mailed(2);

        mfa.verify(others, code).statusCode(401);
        mfa.stepUp(ada.tokens().access(), code).statusCode(401);
        app.api().verifyContact(code).statusCode(410);
        app.api().resetPassword(code, "AnotherHorseBattery1").statusCode(410);

        mfa.verify(mine, code).statusCode(200);
    }

    @Test
    void givenOneCode_whenManySendItAtOnce_thenOneSessionBegins() {
        String id = ada.enrolled();
        String token = ada.challenged();
        ada.send(token, id).statusCode(200);
        String code = ada.mailed(2);

        List<Integer> statuses =
                AtOnce.run(4, i -> mfa.verify(token, code).extract().statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    }

    @Test
    void givenACodeThatWasSentAMomentAgo_whenAskingForAnother_thenItIsNotSentAndTheFirstHolds() {
        String id = ada.enrolled();
        String token = ada.challenged();

        List<Integer> statuses =
                AtOnce.run(4, i -> ada.send(token, id).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 429);
        ada.send(ada.challenged(), id).statusCode(429).header("Retry-After", equalTo("30"));
        ada.stepUpSend(Map.of()).statusCode(429);
        mfa.verify(token, ada.mailed(2)).statusCode(200);
        assertThat(MailedFactors.codes(ada.email())).hasSize(2);
    }

    @Test
    void givenFiveWrongCodes_whenAskingForAnother_thenTheChallengeIsOver() {
        String id = ada.enrolled();
        String token = ada.challenged();
        for (int i = 0; i < 5; i++) {
            mfa.verify(token, "00000" + i).statusCode(401);
        }

        ada.send(token, id).statusCode(429).body("code", equalTo("TOO_MANY_ATTEMPTS"));
        mfa.verify(token, "000000").statusCode(429);
    }

    @Test
    void givenASession_whenSteppingUpByMail_thenTheNextTokenTellsOfIt() {
        ada.enrolled();

        ada.stepUpSend(Map.of()).statusCode(200).body("email_masked", notNullValue());
        mfa.stepUp(ada.tokens().access(), ada.mailed(2)).statusCode(200).body("amr", contains("pwd", "email"));

        mfa.stepUp(ada.tokens().access(), ada.mailed(2)).statusCode(401);
    }

    @Test
    void givenAStepUpThatIsLocked_whenAskingForACode_thenNoneIsSent() {
        ada.enrolled();
        for (int i = 0; i < 5; i++) {
            mfa.stepUp(ada.tokens().access(), "00000" + i).statusCode(401);
        }

        ada.stepUpSend(Map.of()).statusCode(429).header("Retry-After", equalTo("900"));
        assertThat(MailedFactors.codes(ada.email())).hasSize(1);
    }

    @Test
    void givenAnAuthenticatorAppAlone_whenAskingForACode_thenRefused() {
        String id = mfa.enrolled(ada.tokens().access(), "phone").id();
        String token = ada.challenged();

        ada.send(token, id).statusCode(400).body("errors.field", contains("factor_id"));
        ada.send(token, UUID.randomUUID().toString()).statusCode(400);
        ada.stepUpSend(Map.of()).statusCode(400);
        ada.stepUpSend(Map.of("factor_id", id)).statusCode(400);
        app.api()
                .signin(ada.user())
                .body("factors[0].type", equalTo("totp"))
                .body("factors[0].email_masked", nullValue());
    }

    @Test
    void givenBothFactors_whenSigningIn_thenEitherCodeDoes() {
        String id = ada.enrolled();
        var phone = mfa.enrolled(ada.tokens().access(), "phone").phone();
        String token = ada.challenged();
        ada.send(token, id).statusCode(200);

        Tokens byApp = Tokens.of(mfa.verify(token, phone.code(0)));

        assertThat(byApp.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "totp");
    }

    @Test
    void givenAnothersFactor_whenAskingForItsCode_thenRefusedAndNothingIsMailed() {
        String others = ada.enrolled();
        TestUser eve = TestUser.named("eve");
        Tokens hers = app.api().signedUp(eve);
        app.api().verifyContact(MailServer.first(eve.email()).code()).statusCode(200);
        mfa.enrolled(hers.access(), "phone");

        ada.send(mfa.challenged(eve), others).statusCode(400);
        app.api()
                .as(hers.access(), Method.POST, "/me/mfa/step-up/send-code", Map.of("factor_id", others))
                .statusCode(400);

        assertThat(MailedFactors.codes(ada.email())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"mfa_token\": \"x\"}",
                "{\"mfa_token\": 1, \"factor_id\": \"x\"}",
                "{\"mfa_token\": \"x\", \"factor_id\": []}",
                "{\"mfa_token\": \"x\", \"factor_id\": \"x\\u0000\"}",
                "{\"mfa_token\": \"x\", \"factor_id\": \"\\ud800\"}"
            })
    void givenABrokenBody_whenAskingForACode_thenRefused(String body) {
        app.api()
                .request(Method.POST, "/auth/mfa/send-code", body, Map.of())
                .then()
                .statusCode(400);
    }

    @Test
    void givenATokenOfNoChallenge_whenAskingForACode_thenRefusedAlike() {
        String id = ada.enrolled();

        ada.send("x", id).statusCode(401).body("message", equalTo("Invalid challenge or code"));
        ada.send("x".repeat(255), "y".repeat(255)).statusCode(401);
        ada.send("x".repeat(256), id).statusCode(400);
        ada.send(ada.challenged(), "y".repeat(256)).statusCode(400);
    }

    @Test
    void givenAnAddressThatIsNotVerifiedAnyMore_whenAskingForACode_thenGoneAndARecoveryCodeDoes() {
        List<String> recovery =
                ada.confirm(ada.startedId(), ada.mailed(1)).extract().path("recovery_codes");
        String token = ada.challenged();
        String id = app.api().signin(ada.user()).extract().path("factors[0].id");
        app.realm().updateUser(ada.tokens().userId(), Map.of("email", "new-" + ada.email(), "emailVerified", true));

        ada.send(token, id).statusCode(410);
        ada.stepUpSend(Map.of()).statusCode(410);

        mfa.recover(token, recovery.get(0)).statusCode(200);
    }

    @Test
    void givenACodeThatWasMailed_whenTheAddressChangesBeforeItComes_thenWrong() {
        String id = ada.enrolled();
        String token = ada.challenged();
        ada.send(token, id).statusCode(200);
        String code = ada.mailed(2);
        app.realm().updateUser(ada.tokens().userId(), Map.of("email", "new-" + ada.email(), "emailVerified", true));

        mfa.verify(token, code).statusCode(401);
    }

    @Test
    void givenAFactorThatIsDisabled_whenItsCodeComes_thenWrong() {
        String id = ada.enrolled();
        mfa.enrolled(ada.tokens().access(), "phone");
        String token = ada.challenged();
        ada.send(token, id).statusCode(200);
        String code = ada.mailed(2);
        mfa.disable(ada.tokens().access(), id).statusCode(204);
        assertThat(ada.told("user.mfa.factor_disabled")).isEqualTo(1);

        mfa.verify(token, code).statusCode(401);
        ada.send(token, id).statusCode(400);
    }

    @Test
    void givenASessionThatEnded_whenAskingForACode_thenRefusedAndNothingIsMailed() {
        ada.enrolled();
        app.api().logout(ada.tokens().refresh()).statusCode(204);

        ada.stepUpSend(Map.of()).statusCode(401);

        assertThat(MailedFactors.codes(ada.email())).hasSize(1);
    }

    @Test
    void givenAPasswordThatChangedSince_whenAskingForACode_thenTheChallengeIsOverAndNothingIsMailed() {
        String id = ada.enrolled();
        String token = ada.challenged();
        app.realm()
                .call(
                        Method.PUT,
                        "/users/" + ada.tokens().userId() + "/reset-password",
                        Map.of("type", "password", "value", "AnotherHorseBattery1"))
                .then()
                .statusCode(204);

        ada.send(token, id).statusCode(401);

        assertThat(MailedFactors.codes(ada.email())).hasSize(1);
    }

    @Test
    void givenAnAccountThatIsImported_whenSigningIn_thenItsFactorIsAskedFor() {
        TestUser bob = TestUser.named("bob");
        Map<String, String> factor = Map.of(
                "type",
                "heimdall-email",
                "credentialData",
                "{\"contact_id\":\"gone\",\"email_masked\":\"b***b@e***e.com\"}",
                "secretData",
                "{}");
        Map<String, String> password = Map.of("type", "password", "value", bob.password());
        app.realm()
                .call(
                        Method.POST,
                        "/users",
                        Map.of(
                                "username",
                                bob.username(),
                                "email",
                                bob.email(),
                                "enabled",
                                true,
                                "credentials",
                                List.of(password, factor)))
                .then()
                .statusCode(201);

        ValidatableResponse challenge = app.api().signin(bob).statusCode(200).body("mfa_required", equalTo(true));

        ada.send(challenge.extract().path("mfa_token"), challenge.extract().path("factors[0].id"))
                .statusCode(410);
    }

    @Test
    void givenAMailServerThatIsDown_whenAskingForACode_thenNothingIsTakenFromTheChallenge() {
        String id = ada.enrolled();
        String token = ada.challenged();
        Map<String, String> dead = Map.of("host", "localhost", "port", "1", "from", "no-reply@acme.example");
        app.realm().update(Map.of("smtpServer", dead));
        try {
            ada.send(token, id).statusCode(503).body("code", equalTo("ENVOI_DISPATCH_FAILED"));
        } finally {
            app.realm().update(Map.of("smtpServer", MailServer.smtp()));
        }

        ada.send(token, id).statusCode(200);

        mfa.verify(token, ada.mailed(2)).statusCode(200);
    }
}
