/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.ReceivedMail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that a backend has mailed. */
class CodeMailIT {

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.notifications_enabled", "true")
            .with("heimdall.code_ttl_seconds", "120")
            .withRealm("internationalizationEnabled", true)
            .withRealm("supportedLocales", List.of("en", "de", "fr", "es", "pt", "ja"))
            .withRealm("defaultLocale", "en")
            .withRealm("smtpServer", MailServer.smtp());

    private static final int MORE_THAN_MAIL_THREADS = 6;

    private final TestUser ada = TestUser.ada();

    @Test
    void givenAVerifiedEmail_whenSendingAReset_thenTheMailedCodeResets() {
        Backend backend = Backend.forCodes(app);
        app.api().signedUp(ada);
        app.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);
        MailServer.nth(ada.email(), 2);

        backend.sendPasswordResetEmail(ada.email())
                .statusCode(201)
                .body("expires_at", notNullValue())
                .body("", not(hasKey("code")));

        ReceivedMail mail = MailServer.nth(ada.email(), 3);
        assertThat(mail.subject()).startsWith(mail.code());
        assertThat(mail.text()).contains("2 minutes").doesNotContain("http");
        app.api().resetPassword(mail.code(), "AnotherHorseBattery").statusCode(204);
    }

    @Test
    void givenTheCodeOfSignup_whenSendingAnother_thenOnlyTheNewerWorks() {
        app.api().signedUp(ada);
        String first = MailServer.first(ada.email()).code();

        Backend.forCodes(app).sendVerificationEmail(ada.email()).statusCode(201);

        app.api().verifyContact(first).statusCode(410);
        app.api().verifyContact(MailServer.nth(ada.email(), 2).code()).statusCode(200);
    }

    @Test
    void givenNobody_whenSending_thenAnEmptyAnswerAndNoMail() {
        Backend backend = Backend.forCodes(app);
        String nobody = TestUser.named("nobody").email();

        backend.sendVerificationEmail(nobody).statusCode(201).body("", anEmptyMap());
        backend.sendPasswordResetEmail(nobody).statusCode(201).body("", anEmptyMap());

        assertThat(MailServer.to(nobody)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "de, Bestätigungscode",
        "fr, vérification",
        "es, verificación",
        "pt, verificação",
        "ja, 確認コード",
    })
    void givenALanguage_whenSigningUp_thenTheMailIsInIt(String language, String word) {
        app.api()
                .request(
                        io.restassured.http.Method.POST,
                        "/auth/signup",
                        ada.signup(),
                        Map.of("accept-language", language))
                .then()
                .statusCode(200);

        ReceivedMail mail = MailServer.first(ada.email());
        assertThat(mail.subject()).contains(word).startsWith(mail.code());
        assertThat(mail.html()).contains("<html lang=\"" + language + '"').contains(mail.code());
        assertThat(mail.text() + mail.html()).doesNotContain("heimdallV").doesNotContain("''");
    }

    @Test
    void givenNoSender_whenSending_thenPreconditionFailed() {
        try (App own =
                App.fresh().with("heimdall.notifications_enabled", "true").createOn(app.server())) {
            Backend.forCodes(own)
                    .sendVerificationEmail(ada.email())
                    .statusCode(412)
                    .body("code", equalTo("ENVOI_SENDER_NOT_CONFIGURED"));
        }
    }

    @Test
    void givenAMailServerThatNeverSpeaks_whenSigningUpAndSending_thenNobodyWaitsForIt() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Map<String, String> silent = Map.of(
                    "host", "127.0.0.1",
                    "port", Integer.toString(blackHole.getLocalPort()),
                    "from", "no-reply@acme.example");
            try (App own = App.fresh()
                    .with("heimdall.notifications_enabled", "true")
                    .withRealm("smtpServer", silent)
                    .createOn(app.server())) {
                Backend backend = Backend.forCodes(own);
                long before = System.nanoTime();
                for (int i = 0; i < MORE_THAN_MAIL_THREADS; i++) {
                    TestUser user = TestUser.ada();
                    own.api().signedUp(user);
                    backend.sendVerificationEmail(user.email()).statusCode(201).body("expires_at", notNullValue());
                }
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            }
        }
        app.api().signedUp(ada);
        MailServer.first(ada.email(), Duration.ofMinutes(2));
    }

    @Test
    void givenADeadMailServer_whenSigningUpAndSending_thenSignupIsQuickAndSendingSays503() {
        Map<String, String> dead = Map.of("host", "localhost", "port", "1", "from", "no-reply@acme.example");
        try (App own = App.fresh()
                .with("heimdall.notifications_enabled", "true")
                .withRealm("smtpServer", dead)
                .createOn(app.server())) {
            long before = System.nanoTime();
            own.api().signedUp(ada);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));

            for (String email : List.of(ada.email(), TestUser.named("nobody").email())) {
                Backend.forCodes(own)
                        .sendVerificationEmail(email)
                        .statusCode(503)
                        .body("code", equalTo("ENVOI_DISPATCH_FAILED"));
            }
        }
    }
}
