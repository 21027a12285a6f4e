/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody can have an app flood a stranger's mailbox. */
class MailsToOneAddressIT {

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @Test
    void givenASignupAgainAndAgain_whenTheAddressHadEnough_thenItIsAnsweredAndNotMailed() {
        TestUser victim = TestUser.ada();
        for (int i = 0; i < MailAllowance.AN_HOUR + 4; i++) {
            Tokens tokens = app.api().signedUp(victim);
            app.api().deleteMe(tokens.access()).statusCode(204);
        }

        assertMails(victim, MailAllowance.AN_HOUR);
    }

    @Test
    void givenStrangersWhoUsedTheAddressUp_whenItsOwnerAsksTheBackendForACode_thenItIsMailed() {
        TestUser owner = TestUser.ada();
        for (int i = 0; i < MailAllowance.AN_HOUR; i++) {
            Tokens stranger = app.api().signedUp(owner);
            app.api().deleteMe(stranger.access()).statusCode(204);
        }
        app.api().signedUp(owner);
        assertMails(owner, MailAllowance.AN_HOUR);
        String key = app.platform().key("auth.user.verify.send-email");

        app.api()
                .as(key, Method.POST, "/auth/send-verification-email", Map.of("email", owner.email()))
                .statusCode(201);

        String code = MailServer.nth(owner.email(), MailAllowance.AN_HOUR + 1).code();
        app.api().verifyContact(code).statusCode(200);
    }

    @Test
    void givenResetsAgainAndAgain_whenTheAddressHadEnough_thenTheAnswersAreTheSameAndTheLastCodeWorks() {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        app.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);
        String key = app.platform().key("auth.user.password-reset.send-email");
        // Each is waited for: two that are under way at once may come in any order.
        for (int sent = 1; sent <= MailAllowance.AN_HOUR; sent++) {
            reset(ada, key).statusCode(201).body("expires_at", notNullValue());
            MailServer.nth(ada.email(), 2 + sent);
        }
        for (int i = 0; i < 4; i++) {
            reset(ada, key).statusCode(201).body("expires_at", notNullValue());
        }

        List<ReceivedMail> mails = assertMails(ada, 2 + MailAllowance.AN_HOUR);
        String last = mails.stream()
                .filter(mail -> mail.subject().contains("assword"))
                .reduce((former, latter) -> latter)
                .orElseThrow()
                .code();
        app.api().resetPassword(last, "AnotherHorseBattery").statusCode(204);
    }

    private static ValidatableResponse reset(TestUser user, String key) {
        return app.api().as(key, Method.POST, "/auth/send-password-reset-email", Map.of("email", user.email()));
    }

    /** What came to the user, once a mail that was sent after all of that is there. */
    private static List<ReceivedMail> assertMails(TestUser user, int number) {
        MailServer.nth(user.email(), number);
        TestUser later = TestUser.ada();
        app.api().signup(later).statusCode(200);
        MailServer.first(later.email());
        assertThat(MailServer.to(user.email())).hasSize(number);
        return MailServer.to(user.email());
    }
}
