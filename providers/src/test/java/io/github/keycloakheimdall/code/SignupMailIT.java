/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.ReceivedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signup mails a code by itself, and the code verifies the address. */
class SignupMailIT {

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.notifications_enabled", "true")
            .with("heimdall.web_origin", "https://portal.acme.example")
            .withRealm("smtpServer", MailServer.smtp());

    private final TestUser ada = TestUser.ada();

    @Test
    void givenNotifications_whenSigningUp_thenAMailBringsACode() {
        app.api().signedUp(ada);

        ReceivedMail mail = MailServer.first(ada.email());
        String code = mail.code();
        assertThat(mail.subject()).startsWith(code).contains("Acme");
        assertThat(mail.from()).isEqualTo("Acme <no-reply@acme.example>");
        assertThat(mail.text()).contains("10 minutes").contains("https://portal.acme.example/verify?code=" + code);
        assertThat(mail.html())
                .contains(">" + code + "</p>")
                .contains("href=\"https://portal.acme.example/verify?code=" + code + '"');
    }

    @Test
    void givenTheMailedCode_whenVerifying_thenTheEmailIsVerifiedEverywhere() {
        Tokens tokens = app.api().signedUp(ada);

        app.api()
                .verifyContact(MailServer.first(ada.email()).code())
                .statusCode(200)
                .body("account_id", equalTo(tokens.userId()))
                .body("contact_id", notNullValue())
                .body("type", equalTo("email"))
                .body("value", equalTo(ada.email()))
                .body("verified_at", notNullValue());

        app.api().me(tokens.access()).body("emailVerifiedAt", notNullValue());
        assertThat(app.realm().user(ada.username())).containsEntry("emailVerified", true);
        app.api().signin(ada.email(), ada.password()).statusCode(200);
    }

    @Test
    void givenAVerifiedEmail_whenItIsDone_thenAWelcomeFollows() {
        app.api().signedUp(ada);
        app.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);

        assertThat(MailServer.nth(ada.email(), 2).subject()).isEqualTo("Welcome to Acme");
    }

    @Test
    void givenAUsedCode_whenVerifyingAgain_thenGone() {
        app.api().signedUp(ada);
        String code = MailServer.first(ada.email()).code();
        app.api().verifyContact(code).statusCode(200);

        app.api().verifyContact(code).statusCode(410);
    }

    @Test
    void givenACodeOfAnotherApp_whenVerifying_thenGone() {
        app.api().signedUp(ada);
        String code = MailServer.first(ada.email()).code();
        try (App other = App.fresh().createOn(app.server())) {
            other.api().verifyContact(code).statusCode(410);
        }
    }

    @Test
    void givenAVerificationCode_whenResettingAPassword_thenGone() {
        app.api().signedUp(ada);
        String code = MailServer.first(ada.email()).code();

        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(410);
        app.api().verifyContact(code).statusCode(200);
    }

    @Test
    void givenADeletedUser_whenUsingTheCode_thenGone() {
        Tokens tokens = app.api().signedUp(ada);
        String code = MailServer.first(ada.email()).code();
        app.realm().deleteUser(tokens.userId());

        app.api().verifyContact(code).statusCode(410);
    }
}
