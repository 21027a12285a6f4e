/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes that a backend asks for and delivers itself. */
class BackendCodesIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static Backend backend;

    private final TestUser ada = TestUser.ada();

    @BeforeAll
    static void makeKey() {
        backend = Backend.forCodes(app);
    }

    @Test
    void givenAnUnverifiedEmail_whenRequestingVerification_thenACodeForTenMinutes() {
        app.api().signedUp(ada);

        String expires = backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .body("code", matchesPattern("[0-9]{6}"))
                .extract()
                .path("expires_at");

        assertThat(Duration.between(Instant.now(), Instant.parse(expires)))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    void givenTwoCodes_whenUsingTheOlder_thenGone() {
        app.api().signedUp(ada);
        String older = verificationCode();
        String newer = verificationCode();

        app.api().verifyContact(older).statusCode(410);
        app.api()
                .verifyContact(newer.substring(0, 3) + '-' + newer.substring(3))
                .statusCode(410);
        app.api()
                .verifyContact(newer.substring(0, 3) + ' ' + newer.substring(3))
                .statusCode(200);
    }

    @Test
    void givenNobodyOrAVerifiedEmail_whenRequestingVerification_thenAnEmptyAnswer() {
        app.api().signedUp(ada);
        backend.verify(Map.of("email", ada.email()));

        backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .body("", anEmptyMap());
        backend.requestVerification(Map.of("email", TestUser.named("nobody").email()))
                .statusCode(201)
                .body("", anEmptyMap());
    }

    @Test
    void givenAnUnverifiedEmail_whenRequestingAReset_thenAnEmptyAnswer() {
        app.api().signedUp(ada);

        backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .body("", anEmptyMap());
    }

    @Test
    void givenAResetCode_whenResetting_thenEverySessionEndsAndTheNewPasswordHolds() {
        Tokens first = app.api().signedUp(ada);
        Tokens second = app.api().signedIn(ada);
        String code = resetCode();

        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);

        app.api().me(first.access()).statusCode(401);
        app.api().refresh(second.refresh()).statusCode(401);
        app.api().signin(ada.username(), ada.password()).statusCode(401);
        app.api().signin(ada.username(), "AnotherHorseBattery").statusCode(200);
        app.api().resetPassword(code, "YetAnotherHorseBattery").statusCode(410);
    }

    @Test
    void givenAWeakPassword_whenResetting_thenTheCodeStaysGood() {
        app.api().signedUp(ada);
        String code = resetCode();

        app.api().resetPassword(code, "short").statusCode(400).body("errors[0].field", equalTo("new_password"));

        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);
    }

    @Test
    void givenALockedAccount_whenResetting_thenItIsUnlocked() {
        app.api().signedUp(ada);
        String code = resetCode();
        for (int i = 0; i < 5; i++) {
            app.api().signin(ada.username(), "wrong").statusCode(401);
        }

        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);

        app.api().signin(ada.username(), "AnotherHorseBattery").statusCode(200);
    }

    @Test
    void givenAVerificationCode_whenTheUserIsDisabled_thenGoneAndTheEmailStaysUnverified() {
        Tokens tokens = app.api().signedUp(ada);
        String code = verificationCode();
        app.realm().enableUser(tokens.userId(), false);

        app.api().verifyContact(code).statusCode(410);

        assertThat(app.realm().user(ada.username())).containsEntry("emailVerified", false);
        app.realm().enableUser(tokens.userId(), true);
        app.api().verifyContact(code).statusCode(200);
    }

    @Test
    void givenAResetCode_whenTheUserIsDisabled_thenGoneAndThePasswordAndTheSessionsStay() {
        Tokens tokens = app.api().signedUp(ada);
        String code = resetCode();
        app.realm().enableUser(tokens.userId(), false);

        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(410);

        app.realm().enableUser(tokens.userId(), true);
        app.api().signin(ada.username(), "AnotherHorseBattery").statusCode(401);
        app.api().signin(ada).statusCode(200);
        assertThat(app.realm().sessions(tokens.userId()))
                .extracting(each -> each.get("id"))
                .contains(tokens.sessionId());
        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);
    }

    @Test
    void givenAResetCode_whenKeycloakLocksTheAccountForGood_thenGone() {
        try (App own = App.fresh().withRealm("permanentLockout", true).createOn(app.server())) {
            own.api().signedUp(ada);
            Backend its = Backend.forCodes(own);
            its.verify(Map.of("email", ada.email()));
            String code = its.requestPasswordReset(Map.of("email", ada.email()))
                    .extract()
                    .path("code");
            for (int i = 0; i < 5; i++) {
                own.api().signin(ada.username(), "wrong").statusCode(401);
            }
            assertThat(own.realm().user(ada.username())).containsEntry("enabled", false);

            own.api().resetPassword(code, "AnotherHorseBattery").statusCode(410);
        }
    }

    @Test
    void givenADisabledUser_whenRequestingCodes_thenAnEmptyAnswer() {
        Tokens tokens = app.api().signedUp(ada);
        TestUser verified = TestUser.ada();
        Tokens other = app.api().signedUp(verified);
        backend.verify(Map.of("email", verified.email()));
        app.realm().enableUser(tokens.userId(), false);
        app.realm().enableUser(other.userId(), false);

        backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .body("", anEmptyMap());
        backend.requestPasswordReset(Map.of("email", verified.email()))
                .statusCode(201)
                .body("", anEmptyMap());
    }

    @Test
    void givenNoKeyOrOneWithoutThePermission_whenRequesting_thenRefused() {
        Map<String, String> body = Map.of("email", ada.email());
        app.api()
                .request(Method.POST, "/auth/request-verification", body, Map.of())
                .then()
                .statusCode(401);
        Backend.of(app, "auth.user.verify.create").requestPasswordReset(body).statusCode(403);
    }

    @Test
    void givenBothOrNeither_whenRequesting_thenBadRequest() {
        backend.requestVerification(Map.of()).statusCode(400);
        backend.requestVerification(Map.of("email", ada.email(), "phone", "+15551234567"))
                .statusCode(400);
        backend.requestVerification(Map.of("email", "no email")).statusCode(400);
        backend.requestVerification(Map.of("phone", "abc")).statusCode(400);
    }

    @Test
    void givenNotificationsOff_whenSending_thenPreconditionFailed() {
        backend.sendVerificationEmail(ada.email()).statusCode(412).body("code", equalTo("ENVOI_NOT_ENABLED"));
        backend.sendPasswordResetEmail(ada.email())
                .statusCode(412)
                .body("code", equalTo("ENVOI_NOT_ENABLED"))
                .body("", not(hasKey("expires_at")));
    }

    private String verificationCode() {
        return backend.requestVerification(Map.of("email", ada.email()))
                .extract()
                .path("code");
    }

    private String resetCode() {
        backend.verify(Map.of("email", ada.email()));
        return backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
    }
}
