/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Second factors whose codes come by mail. */
class EmailFactorIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm(OtpPolicy.wide())
            .with("heimdall.notifications_enabled", "true")
            .with("heimdall.max_failed_login_attempts", "100")
            .withRealm("bruteForceProtected", true)
            .withRealm("failureFactor", 100)
            .withRealm("quickLoginCheckMilliSeconds", 0)
            .withRealm("smtpServer", MailServer.smtp());

    private static final Map<String, String> MAIL = Map.of("type", "email");

    private final TestUser ada = TestUser.ada();
    private MfaApi mfa;
    private Tokens tokens;

    @BeforeAll
    static void offer() {
        MailedFactors.offer(app);
    }

    @BeforeEach
    void signUp() {
        mfa = new MfaApi(app.api());
        tokens = app.api().signedUp(ada);
        app.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);
    }

    @Test
    void givenAVerifiedEmail_whenEnrollingIt_thenTheMailedCodeEnablesItAndSigninsAskForOne() {
        ValidatableResponse started = start(Map.of("type", "email", "label", "mailbox"))
                .statusCode(201)
                .body("factor.type", equalTo("email"))
                .body("factor.enabled", equalTo(false))
                .body("enrollment.email_masked", matchesPattern("a\\*\\*\\*.@e\\*\\*\\*e\\.com"))
                .body("enrollment.code_expires_at", notNullValue());
        String id = started.extract().path("factor.id");
        confirm(id, "000000").statusCode(400).body("errors.field", contains("code"));

        confirm(id, mailed(1))
                .statusCode(200)
                .body("factor.enabled", equalTo(true))
                .body("factor.label", equalTo("mailbox"))
                .body("recovery_codes", hasSize(10));

        tokens = Tokens.of(app.api().refresh(tokens.refresh()));
        confirm(id, mailed(1)).statusCode(400);
        assertThat(told("user.mfa.factor_enrolled")).isEqualTo(1);
        ValidatableResponse challenge = app.api()
                .signin(ada)
                .statusCode(200)
                .body("mfa_required", equalTo(true))
                .body("factors[0].type", equalTo("email"))
                .body("factors[0].email_masked", matchesPattern("a\\*\\*\\*.@e\\*\\*\\*e\\.com"));
        String token = challenge.extract().path("mfa_token");
        mfa.verify(token, mailed(1)).statusCode(401);
        send(token, id)
                .statusCode(200)
                .body("email_masked", matchesPattern("a\\*\\*\\*.@e\\*\\*\\*e\\.com"))
                .body("code_expires_at", notNullValue());
        String code = mailed(2);
        Tokens signedIn = Tokens.of(mfa.verify(token, code.substring(0, 3) + ' ' + code.substring(3)));
        assertThat(signedIn.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "email");
        assertThat(signedIn.accessJwt().claims()).containsKey("mfa_at");
        mfa.verify(token, code).statusCode(401);
    }

    @Test
    void givenAMailedCode_whenItComesAnywhereElse_thenItIsWrong() {
        String id = enrolled();
        String mine = challenged();
        String others = challenged();
        send(mine, id).statusCode(200);
        String code = mailed(2);

        mfa.verify(others, code).statusCode(401);
        mfa.stepUp(tokens.access(), code).statusCode(401);
        app.api().verifyContact(code).statusCode(410);
        app.api().resetPassword(code, "AnotherHorseBattery1").statusCode(410);

        mfa.verify(mine, code).statusCode(200);
    }

    @Test
    void givenOneCode_whenManySendItAtOnce_thenOneSessionBegins() {
        String id = enrolled();
        String token = challenged();
        send(token, id).statusCode(200);
        String code = mailed(2);

        List<Integer> statuses =
                AtOnce.run(4, i -> mfa.verify(token, code).extract().statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    }

    @Test
    void givenACodeThatWasSentAMomentAgo_whenAskingForAnother_thenItIsNotSentAndTheFirstHolds() {
        String id = enrolled();
        String token = challenged();

        List<Integer> statuses = AtOnce.run(4, i -> send(token, id).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 429);
        send(challenged(), id).statusCode(429).header("Retry-After", equalTo("30"));
        stepUpSend(Map.of()).statusCode(429);
        mfa.verify(token, mailed(2)).statusCode(200);
        assertThat(MailedFactors.codes(ada.email())).hasSize(2);
    }

    @Test
    void givenFiveWrongCodes_whenAskingForAnother_thenTheChallengeIsOver() {
        String id = enrolled();
        String token = challenged();
        for (int i = 0; i < 5; i++) {
            mfa.verify(token, "00000" + i).statusCode(401);
        }

        send(token, id).statusCode(429).body("code", equalTo("TOO_MANY_ATTEMPTS"));
        mfa.verify(token, "000000").statusCode(429);
    }

    @Test
    void givenASession_whenSteppingUpByMail_thenTheNextTokenTellsOfIt() {
        enrolled();

        stepUpSend(Map.of()).statusCode(200).body("email_masked", notNullValue());
        mfa.stepUp(tokens.access(), mailed(2)).statusCode(200).body("amr", contains("pwd", "email"));

        mfa.stepUp(tokens.access(), mailed(2)).statusCode(401);
    }

    @Test
    void givenAStepUpThatIsLocked_whenAskingForACode_thenNoneIsSent() {
        enrolled();
        for (int i = 0; i < 5; i++) {
            mfa.stepUp(tokens.access(), "00000" + i).statusCode(401);
        }

        stepUpSend(Map.of()).statusCode(429).header("Retry-After", equalTo("900"));
        assertThat(MailedFactors.codes(ada.email())).hasSize(1);
    }

    @Test
    void givenAnAuthenticatorAppAlone_whenAskingForACode_thenRefused() {
        String id = mfa.enrolled(tokens.access(), "phone").id();
        String token = mfa.challenged(ada);

        send(token, id).statusCode(400).body("errors.field", contains("factor_id"));
        send(token, UUID.randomUUID().toString()).statusCode(400);
        stepUpSend(Map.of()).statusCode(400);
        stepUpSend(Map.of("factor_id", id)).statusCode(400);
        app.api().signin(ada).body("factors[0].type", equalTo("totp")).body("factors[0].email_masked", nullValue());
    }

    @Test
    void givenBothFactors_whenSigningIn_thenEitherCodeDoes() {
        String id = enrolled();
        var phone = mfa.enrolled(tokens.access(), "phone").phone();
        String token = mfa.challenged(ada);
        send(token, id).statusCode(200);

        Tokens byApp = Tokens.of(mfa.verify(token, phone.code(0)));

        assertThat(byApp.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "totp");
    }

    @Test
    void givenAnothersFactor_whenAskingForItsCode_thenRefusedAndNothingIsMailed() {
        String others = enrolled();
        TestUser eve = TestUser.named("eve");
        Tokens hers = app.api().signedUp(eve);
        app.api().verifyContact(MailServer.first(eve.email()).code()).statusCode(200);
        mfa.enrolled(hers.access(), "phone");

        send(mfa.challenged(eve), others).statusCode(400);
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
        String id = enrolled();

        send("x", id).statusCode(401).body("message", equalTo("Invalid challenge or code"));
        send("x".repeat(255), "y".repeat(255)).statusCode(401);
        send("x".repeat(256), id).statusCode(400);
        send(challenged(), "y".repeat(256)).statusCode(400);
    }

    @Test
    void givenAnAddressThatIsNotVerifiedAnyMore_whenAskingForACode_thenGoneAndARecoveryCodeDoes() {
        List<String> recovery = confirm(startedId(), mailed(1)).extract().path("recovery_codes");
        String token = challenged();
        String id = app.api().signin(ada).extract().path("factors[0].id");
        app.realm().updateUser(tokens.userId(), Map.of("email", "new-" + ada.email(), "emailVerified", true));

        send(token, id).statusCode(410);
        stepUpSend(Map.of()).statusCode(410);

        mfa.recover(token, recovery.get(0)).statusCode(200);
    }

    @Test
    void givenACodeThatWasMailed_whenTheAddressChangesBeforeItComes_thenWrong() {
        String id = enrolled();
        String token = challenged();
        send(token, id).statusCode(200);
        String code = mailed(2);
        app.realm().updateUser(tokens.userId(), Map.of("email", "new-" + ada.email(), "emailVerified", true));

        mfa.verify(token, code).statusCode(401);
    }

    @Test
    void givenAMailServerThatIsDown_whenAskingForACode_thenNothingIsTakenFromTheChallenge() {
        try (App other = mailing()) {
            MailedFactors.offer(other);
            TestUser bob = TestUser.named("bob");
            Tokens his = other.api().signedUp(bob);
            other.api().verifyContact(MailServer.first(bob.email()).code()).statusCode(200);
            String id = other.api()
                    .as(other.platform().key("user.update"), Method.POST, "/users/" + his.userId() + "/factors", MAIL)
                    .statusCode(201)
                    .extract()
                    .path("factor.id");
            String token = new MfaApi(other.api()).challenged(bob);
            Map<String, String> asked = Map.of("mfa_token", token, "factor_id", id);
            Map<String, String> dead = Map.of("host", "localhost", "port", "1", "from", "no-reply@acme.example");
            other.realm().update(Map.of("smtpServer", dead));

            other.api()
                    .request(Method.POST, "/auth/mfa/send-code", asked, Map.of())
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("ENVOI_DISPATCH_FAILED"));

            other.realm().update(Map.of("smtpServer", MailServer.smtp()));
            other.api()
                    .request(Method.POST, "/auth/mfa/send-code", asked, Map.of())
                    .then()
                    .statusCode(200);
            new MfaApi(other.api())
                    .verify(token, MailedFactors.code(bob.email(), 1))
                    .statusCode(200);
        }
    }

    @Test
    void givenAFactorThatIsDisabled_whenItsCodeComes_thenWrong() {
        String id = enrolled();
        mfa.enrolled(tokens.access(), "phone");
        String token = mfa.challenged(ada);
        send(token, id).statusCode(200);
        String code = mailed(2);
        mfa.disable(tokens.access(), id).statusCode(204);
        assertThat(told("user.mfa.factor_disabled")).isEqualTo(1);

        mfa.verify(token, code).statusCode(401);
        send(token, id).statusCode(400);
    }

    @Test
    void givenAddressesThatDoNotDo_whenEnrolling_thenRefused() {
        String unverified = app.api()
                .addContact(tokens.access(), "email", "second-" + ada.email())
                .statusCode(201)
                .extract()
                .path("id");
        start(Map.of("type", "email", "contact_id", unverified))
                .statusCode(412)
                .body("code", equalTo("CONTACT_NOT_VERIFIED"));
        start(Map.of("type", "email", "contact_id", UUID.randomUUID().toString()))
                .statusCode(404);
        start(Map.of("type", "email", "contact_id", 7)).statusCode(400);
        start(Map.of("type", "sms")).statusCode(400);
        enrolled();
        start(MAIL).statusCode(409);
    }

    @Test
    void givenWrongCodesWithoutEnd_whenEnrolling_thenTheRightOneIsTooLate() {
        String id = startedId();
        String code = mailed(1);
        for (int i = 0; i < 5; i++) {
            confirm(id, "00000" + i).statusCode(400);
        }

        confirm(id, code).statusCode(429);
    }

    @Test
    void givenAnAccountOfAnother_whenAnAdminMakesItsFactor_thenSigninsAskForItsCode() {
        String key = app.platform().key("user.update");
        ValidatableResponse made = app.api()
                .as(key, Method.POST, "/users/" + tokens.userId() + "/factors", MAIL)
                .statusCode(201)
                .body("factor.enabled", equalTo(true))
                .body("enrollment.email_masked", notNullValue())
                .body("recovery_codes", hasSize(10));

        String token = mfa.challenged(ada);
        send(token, made.extract().path("factor.id")).statusCode(200);

        mfa.verify(token, MailedFactors.code(ada.email(), 1)).statusCode(200);
    }

    @Test
    void givenOneAddress_whenTwoAdminsMakeItAFactorAtOnce_thenItIsOneFactor() {
        String key = app.platform().key("user.update");

        List<Integer> statuses = AtOnce.run(2, i -> app.api()
                .as(key, Method.POST, "/users/" + tokens.userId() + "/factors", MAIL)
                .extract()
                .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        app.api().signin(ada).body("factors", hasSize(1));
    }

    @Test
    void givenASessionThatEnded_whenAskingForACode_thenRefusedAndNothingIsMailed() {
        enrolled();
        app.api().logout(tokens.refresh()).statusCode(204);

        stepUpSend(Map.of()).statusCode(401);

        assertThat(MailedFactors.codes(ada.email())).hasSize(1);
    }

    @Test
    void givenAPasswordThatChangedSince_whenAskingForACode_thenTheChallengeIsOverAndNothingIsMailed() {
        String id = enrolled();
        String token = challenged();
        app.realm()
                .call(
                        Method.PUT,
                        "/users/" + tokens.userId() + "/reset-password",
                        Map.of("type", "password", "value", "AnotherHorseBattery1"))
                .then()
                .statusCode(204);

        send(token, id).statusCode(401);

        assertThat(MailedFactors.codes(ada.email())).hasSize(1);
    }

    @Test
    void givenTheLoginPage_whenLoggingInThere_thenItAsksForAMailedCodeToo() {
        enrolled();
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
        Browser browser = new Browser();

        Response page =
                browser.submit(browser.login(app), Map.of("username", ada.username(), "password", ada.password()));
        assertThat(page.asString()).contains("name=\"otp\"");
        Response again = browser.submit(page, Map.of("otp", "000000"));
        assertThat(again.asString()).contains("name=\"otp\"");
        Response done = browser.submit(again, Map.of("otp", mailed(2)));

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.header("Location")).contains("code=");
    }

    @Test
    void givenTheLoginPage_whenGuessingThere_thenTheRightCodeIsTooLate() {
        enrolled();
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
        Browser browser = new Browser();
        Response page =
                browser.submit(browser.login(app), Map.of("username", ada.username(), "password", ada.password()));
        for (int i = 0; i < 5; i++) {
            page = browser.submit(page, Map.of("otp", "00000" + i));
        }

        Response late = browser.submit(page, Map.of("otp", mailed(2)));

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.asString()).contains("name=\"otp\"");
    }

    @Test
    void givenTheLoginPage_whenGuessingThere_thenTheAccountCountsItAsTheApiDoes() {
        enrolled();
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
        Browser browser = new Browser();
        Response page =
                browser.submit(browser.login(app), Map.of("username", ada.username(), "password", ada.password()));

        browser.submit(page, Map.of("otp", "000000"));

        // Needs the realm's brute force detection, which counts by itself.
        assertThat(app.realm().bruteForce(tokens.userId())).containsEntry("numFailures", 1);
    }

    @Test
    void givenADirectGrant_whenSomeoneHasAFactorByMail_thenThePasswordAloneIsRefused() {
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
        grant().statusCode(200);

        enrolled();

        grant().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void givenDirectGrantsThatLetTheFactorPass_whenEnrolling_thenRefused() {
        try (App half = mailing()) {
            MailedFactors.askAtTheLoginPage(half);

            enrol(half).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_DIRECT_GRANTS"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forms", "Conditional Organization"})
    void givenTheStepWhereAPasswordGetsPastIt_whenEnrolling_thenRefused(String part) {
        try (App half = mailing()) {
            MailedFactors.askAtTheLoginPageIn(half, part);

            enrol(half).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
        }
    }

    @Test
    void givenTheStepBesideTheForm_whenEnrolling_thenRefused() {
        try (App half = mailing()) {
            MailedFactors.askAtTheLoginPageIn(half, null);

            enrol(half).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
        }
    }

    @Test
    void givenALoginPageThatRequiresAnAuthenticatorApp_whenEnrolling_thenRefused() {
        try (App half = mailing()) {
            MailedFactors.offer(half);
            MailedFactors.requireAuthenticatorApps(half);

            enrol(half).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
        }
    }

    @Test
    void givenDirectGrantsThatRefuseSomeAlone_whenEnrolling_thenRefused() {
        try (App half = mailing()) {
            MailedFactors.askAtTheLoginPage(half);
            MailedFactors.refuseWhereCodesAreAsked(half);

            enrol(half).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_DIRECT_GRANTS"));
        }
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

        send(challenge.extract().path("mfa_token"), challenge.extract().path("factors[0].id"))
                .statusCode(410);
    }

    @Test
    void givenALockedAccount_whenTheRightCodeComesAtTheLoginPage_thenTooLate() {
        try (App guarded = mailing()) {
            MailedFactors.offer(guarded);
            guarded.realm().update(Map.of("failureFactor", 2, "quickLoginCheckMilliSeconds", 0));
            TestUser bob = TestUser.named("bob");
            Tokens his = guarded.api().signedUp(bob);
            guarded.api().verifyContact(MailServer.first(bob.email()).code()).statusCode(200);
            guarded.realm().updateUser(his.userId(), Map.of("firstName", "Bob", "lastName", "Ross"));
            guarded.api()
                    .as(guarded.platform().key("user.update"), Method.POST, "/users/" + his.userId() + "/factors", MAIL)
                    .statusCode(201);
            Browser browser = new Browser();
            Response page = browser.submit(
                    browser.login(guarded), Map.of("username", bob.username(), "password", bob.password()));
            String code = MailedFactors.code(bob.email(), 1);
            for (int i = 0; i < 3; i++) {
                guarded.api().signin(bob.username(), "wrong").statusCode(401);
            }

            Response late = browser.submit(page, Map.of("otp", code));

            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(late.asString()).contains("name=\"otp\"");
        }
    }

    @Test
    void givenProvidersWhosePageLinksByAPasswordAlone_whenEnrolling_thenRefused() {
        try (App linked = mailing()) {
            MailedFactors.offer(linked);
            Map<String, Object> google = Map.of(
                    "alias",
                    "google",
                    "providerId",
                    "google",
                    "config",
                    Map.of("clientId", "acme", "clientSecret", "secret"));
            linked.realm()
                    .call(Method.POST, "/identity-provider/instances", google)
                    .then()
                    .statusCode(201);

            enrol(linked).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_FIRST_BROKER_LOGIN"));

            MailedFactors.askWhereAccountsAreLinked(linked);
            enrol(linked).statusCode(201);
        }
    }

    @Test
    void givenALoginPageThatDoesNotAskForCodes_whenEnrolling_thenRefused() {
        try (App plain = mailing()) {

            enrol(plain).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
        }
    }

    @Test
    void givenTheMailCleared_whenEnrollingOrSending_thenNothingIsMailed() {
        try (App other = mailing()) {
            MailedFactors.offer(other);
            TestUser bob = TestUser.named("bob");
            Tokens his = other.api().signedUp(bob);
            other.api().verifyContact(MailServer.first(bob.email()).code()).statusCode(200);
            other.platform()
                    .as(Method.GET, "/notification-settings", null)
                    .body("mfa_code_template_name", equalTo("heimdall-mfa-code"));
            Map<String, Object> cleared = new HashMap<>();
            cleared.put("mfa_code_template_name", null);
            other.platform()
                    .as(Method.PATCH, "/notification-settings", cleared)
                    .statusCode(200)
                    .body("mfa_code_template_name", nullValue());

            other.api()
                    .as(his.access(), Method.POST, "/me/mfa/factors", MAIL)
                    .statusCode(412)
                    .body("code", equalTo("ENVOI_TEMPLATE_NOT_CONFIGURED"));
        }
    }

    private static App mailing() {
        return App.fresh()
                .with("heimdall.notifications_enabled", "true")
                .withRealm("bruteForceProtected", true)
                .withRealm("smtpServer", MailServer.smtp())
                .createOn(app.server());
    }

    private static ValidatableResponse enrol(App other) {
        TestUser bob = TestUser.named("bob");
        Tokens his = other.api().signedUp(bob);
        other.api().verifyContact(MailServer.first(bob.email()).code()).statusCode(200);
        return other.api().as(his.access(), Method.POST, "/me/mfa/factors", MAIL);
    }

    /** Enrols the primary email, which takes the first mailed code; gives back the factor's id. */
    private String enrolled() {
        String id = startedId();
        confirm(id, mailed(1)).statusCode(200);
        // Only a new bearer tells that the factor was just proved, which changes ask for from now on.
        tokens = Tokens.of(app.api().refresh(tokens.refresh()));
        return id;
    }

    private String startedId() {
        return start(MAIL).statusCode(201).extract().path("factor.id");
    }

    private ValidatableResponse start(Map<String, ?> body) {
        return app.api().as(tokens.access(), Method.POST, "/me/mfa/factors", body);
    }

    private ValidatableResponse confirm(String id, String code) {
        return app.api().as(tokens.access(), Method.POST, "/me/mfa/factors/" + id + "/verify", Map.of("code", code));
    }

    private ValidatableResponse send(String token, String factorId) {
        return app.api()
                .request(
                        Method.POST, "/auth/mfa/send-code", Map.of("mfa_token", token, "factor_id", factorId), Map.of())
                .then();
    }

    private ValidatableResponse stepUpSend(Map<String, ?> body) {
        return app.api().as(tokens.access(), Method.POST, "/me/mfa/step-up/send-code", body);
    }

    /** Keycloak's own way in without a page, by a client that every realm has. */
    private ValidatableResponse grant() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", ada.username())
                .formParam("password", ada.password())
                .post(app.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/token")
                .then();
    }

    private int told(String action) {
        return app.platform()
                .as(Method.GET, "/audit-logs?actor_id=" + tokens.userId() + "&action=" + action, null)
                .statusCode(200)
                .extract()
                .path("data.size()");
    }

    private String challenged() {
        return mfa.challenged(ada);
    }

    private String mailed(int n) {
        return MailedFactors.code(ada.email(), n);
    }
}
