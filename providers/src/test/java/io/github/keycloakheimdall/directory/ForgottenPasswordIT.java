/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.ReceivedMail;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of a directory whose password is kept there and cannot be set here, who forgot it. */
class ForgottenPasswordIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm("smtpServer", MailServer.smtp())
            .withRealm("displayName", "Acme Shop")
            .with("heimdall.notifications_enabled", "true")
            .with("heimdall.web_origin", "https://shop.example.com");

    @RegisterExtension
    static final App notImportedApp =
            App.fresh().withRealm("smtpServer", MailServer.smtp()).with("heimdall.notifications_enabled", "true");

    static final Directory directory = Directory.readOnly().trustingEmails();
    static final Directory notImported = Directory.readOnly().trustingEmails().withoutImport();

    private static Backend codes;

    @BeforeAll
    static void join() {
        directory.join(app);
        notImported.join(notImportedApp);
        codes = Backend.forCodes(app);
    }

    @AfterAll
    static void close() {
        directory.close();
        notImported.close();
    }

    @Test
    void givenAPasswordOfTheDirectory_whenACodeIsToBeMailed_thenTheMailSaysWhoKeepsThePassword() {
        directory.add("alice");

        codes.sendPasswordResetEmail(Directory.email("alice")).statusCode(201).body("expires_at", notNullValue());

        ReceivedMail mail = MailServer.first(Directory.email("alice"));
        assertThat(mail.subject()).isEqualTo("Your Acme Shop password");
        assertThat(mail.text() + mail.html())
                .doesNotContainPattern("(?<![0-9#])[0-9]{6}(?![0-9])")
                .doesNotContain("/reset-password");
        assertThat(mail.text()).contains("organization");
    }

    @Test
    void givenAPasswordOfTheDirectory_whenTheRealmsTextsAreGerman_thenTheMailIsToo() {
        directory.add("bob");
        app.realm()
                .update(Map.of(
                        "internationalizationEnabled",
                        true,
                        "supportedLocales",
                        new String[] {"en", "de"},
                        "defaultLocale",
                        "de"));
        try {
            codes.sendPasswordResetEmail(Directory.email("bob")).statusCode(201);

            assertThat(MailServer.first(Directory.email("bob")).subject()).isEqualTo("Ihr Passwort für Acme Shop");
        } finally {
            app.realm().update(Map.of("internationalizationEnabled", false));
        }
    }

    @Test
    void givenAPasswordOfTheDirectory_whenTheBackendAsksForACode_thenItGetsNone() {
        directory.add("carol");

        codes.requestPasswordReset(Map.of("email", Directory.email("carol")))
                .statusCode(201)
                .body("code", nullValue());
    }

    @Test
    void givenSomeoneWhoIsNotImported_whenACodeIsAskedFor_thenTheMailSaysWhoKeepsThePassword() {
        notImported.add("dave");
        Backend backend = Backend.forCodes(notImportedApp);

        backend.sendPasswordResetEmail(Directory.email("dave")).statusCode(201);

        assertThat(MailServer.first(Directory.email("dave")).subject()).contains("password");
        backend.requestPasswordReset(Map.of("email", Directory.email("dave"))).body("code", nullValue());
    }

    @Test
    void givenAFurtherContactOfTheirs_whenACodeIsToBeMailedThere_thenTheSame() {
        directory.add("erin");
        Tokens erin = Tokens.of(app.api().signin("erin", Directory.PASSWORD));
        app.api().addContact(erin.access(), "email", "erin@home.example").statusCode(201);
        codes.verify(Map.of("email", "erin@home.example"));

        codes.sendPasswordResetEmail("erin@home.example").statusCode(201);

        assertThat(MailServer.first("erin@home.example").subject()).isEqualTo("Your Acme Shop password");
    }

    @Test
    void givenAPasswordOfTheDirectory_whenAMailIsSent_thenTheActivityLogTellsWhyItHadNoCode() {
        directory.add("frank");
        Tokens frank = Tokens.of(app.api().signin("frank", Directory.PASSWORD));

        codes.sendPasswordResetEmail(Directory.email("frank")).statusCode(201);

        assertThat(app.realm().list("/events?type=SEND_RESET_PASSWORD_ERROR&user=" + frank.userId()))
                .singleElement()
                .satisfies(event -> assertThat(event.get("details").toString()).contains("password_managed_elsewhere"));
        app.api().as(frank.access(), Method.GET, "/me/activity", null).statusCode(200);
    }
}
