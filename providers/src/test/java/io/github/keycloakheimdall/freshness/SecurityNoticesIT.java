/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.ReceivedMail;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes how one gets in is told to the account's owner by mail. */
@OnOneDatabase
class SecurityNoticesIT {

    private static final String SUBJECT = "Security notice for your Acme account";
    private static final String HOSTILE = "<a href=http://evil.example>click</a> http://evil.example";

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm(OtpPolicy.wide())
            .with("heimdall.notifications_enabled", "true")
            .withRealm("internationalizationEnabled", true)
            .withRealm("supportedLocales", List.of("en", "de", "fr", "es", "pt", "ja"))
            .withRealm("defaultLocale", "en")
            .withRealm("smtpServer", MailServer.smtp());

    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private final String second = TestUser.named("second").email();
    private final MfaApi mfa = new MfaApi(app.api());
    private Tokens tokens;

    @BeforeAll
    static void makeKey() {
        backend = Backend.forCodes(app);
    }

    @BeforeEach
    void signUp() {
        tokens = app.api().signedUp(ada);
        backend.verify(Map.of("email", ada.email()));
    }

    @Test
    void givenAContactThatComesAndGoes_whenReadingTheMail_thenEachStepIsToldWithoutTheWholeAddress() {
        String id = add(second);
        told(ada.email(), 1, "s***@e***.com was added");
        backend.verify(Map.of("email", second));
        told(ada.email(), 2, "s***@e***.com was confirmed");
        app.api().promoteContact(tokens.access(), id).statusCode(204);
        told(ada.email(), 3, "s***@e***.com is now the main way");
        told(second, 1, "is now the main way");
        app.api().promoteContact(tokens.access(), id).statusCode(204);
        app.api().deleteContact(tokens.access(), id).statusCode(204);

        told(ada.email(), 4, "s***@e***.com was removed");
        ReceivedMail last = told(second, 2, "was removed");
        assertThat(last.text()).contains("From: ", "UTC").doesNotContain(second);
    }

    @Test
    void givenAPhone_whenItIsAdded_thenItsLastDigitsAreTold() {
        app.api().addContact(tokens.access(), "phone", "+15550001147").statusCode(201);

        told(ada.email(), 1, "***47 was added");
    }

    @Test
    void givenFactors_whenTheyComeAndGo_thenTold() {
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        told(ada.email(), 1, "A second factor was added");
        String fresh = Tokens.of(app.api().refresh(tokens.refresh())).access();

        mfa.regenerate(fresh).statusCode(200);
        told(ada.email(), 2, "New recovery codes");
        mfa.disable(fresh, factor.id()).statusCode(204);

        told(ada.email(), 3, "A second factor was removed");
    }

    @Test
    void givenAPassword_whenItIsChangedAndReset_thenTold() {
        app.api()
                .changePassword(tokens.access(), ada.password(), "AnotherHorseBattery")
                .statusCode(204);
        told(ada.email(), 1, "Your password was changed");
        String code = backend.requestPasswordReset(Map.of("email", ada.email()))
                .extract()
                .path("code");
        app.api().resetPassword(code, "YetAnotherHorseBattery").statusCode(204);

        told(ada.email(), 2, "Your password was reset");
    }

    @Test
    void givenAnAccount_whenItsOwnerDeletesIt_thenTold() {
        app.api().deleteMe(tokens.access()).statusCode(204);

        told(ada.email(), 1, "Your account was deleted");
    }

    @Test
    void givenAnAdmin_whenChangingAnAccount_thenItsOwnerIsToldAtTheOldAddressAndNotFromWhere() {
        String factors = "/users/" + tokens.userId() + "/factors";
        String key = app.platform().key("user.update");
        String factor = app.api()
                .as(key, Method.POST, factors, Map.of("type", "totp"))
                .statusCode(201)
                .extract()
                .path("factor.id");
        byOthers(told(ada.email(), 1, "A second factor was added"));
        app.api().as(key, Method.DELETE, factors + '/' + factor, null).statusCode(204);
        byOthers(told(ada.email(), 2, "A second factor was removed"));
        String user = "/end-users/" + tokens.userId();
        app.platform()
                .as(Method.POST, user + "/contacts", Map.of("type", "email", "value", second))
                .statusCode(201);
        byOthers(told(ada.email(), 3, "was added"));
        app.platform()
                .as(Method.PATCH, user, Map.of("email", "new-" + ada.email()))
                .statusCode(200);
        byOthers(told(ada.email(), 4, "email address of your account was replaced"));
    }

    @Test
    void givenAnAdmin_whenDeletingAnAccount_thenItsOwnerIsTold() {
        app.platform().as(Method.DELETE, "/end-users/" + tokens.userId(), null).statusCode(204);

        byOthers(told(ada.email(), 1, "Your account was deleted"));
    }

    @Test
    void givenHostileNames_whenAMailIsSent_thenItHoldsNothingOfThem() {
        app.api().patchMe(tokens.access(), Map.of("display_name", HOSTILE)).statusCode(200);
        app.api()
                .request(
                        Method.POST,
                        "/me/contacts",
                        Map.of("type", "email", "value", "http.evil.example.click.here@evil.example"),
                        Map.of("authorization", "Bearer " + tokens.access(), "user-agent", HOSTILE))
                .then()
                .statusCode(201);

        ReceivedMail mail = told(ada.email(), 1, "h***@e***.example was added");
        assertThat(mail.text() + mail.html()).doesNotContain("evil").doesNotContain("click");
    }

    @Test
    void givenABrowser_whenAMailIsSent_thenItIsNamed() {
        app.api()
                .request(
                        Method.POST,
                        "/me/contacts",
                        Map.of("type", "email", "value", second),
                        Map.of(
                                "authorization",
                                "Bearer " + tokens.access(),
                                "user-agent",
                                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"))
                .then()
                .statusCode(201);

        assertThat(told(ada.email(), 1, "was added").text()).contains(", Firefox, Linux");
    }

    @ParameterizedTest
    @CsvSource({
        "de, hinzugefügt",
        "fr, ajouté",
        "es, añadido",
        "pt, adicionado",
        "ja, 追加",
    })
    void givenALanguage_whenAMailIsSent_thenItIsInIt(String language, String word) {
        app.api()
                .request(
                        Method.POST,
                        "/me/contacts",
                        Map.of("type", "email", "value", second),
                        Map.of("authorization", "Bearer " + tokens.access(), "accept-language", language))
                .then()
                .statusCode(201);

        ReceivedMail mail = arrived(ada.email(), 1, "UTC");
        assertThat(mail.text()).contains(word).doesNotContain("heimdallS").doesNotContain("''");
        assertThat(mail.html()).contains(word).contains("<html lang=\"" + language + '"');
    }

    @Test
    void givenARefusedChange_whenADoneOneFollows_thenOnlyThatIsTold() {
        add(second);
        told(ada.email(), 1, "was added");

        app.api().addContact(tokens.access(), "email", second).statusCode(409);
        app.api()
                .changePassword(tokens.access(), "wrong", "AnotherHorseBattery")
                .statusCode(401);
        app.api().deleteContact(tokens.access(), "none").statusCode(404);
        app.api()
                .changePassword(tokens.access(), ada.password(), "AnotherHorseBattery")
                .statusCode(204);

        told(ada.email(), 2, "Your password was changed");
    }

    @Test
    void givenAnAddressThatNobodyVerified_whenItsAccountChanges_thenNothingIsSentThere() {
        TestUser eve = TestUser.named("eve");
        Tokens hers = app.api().signedUp(eve);
        app.api().addContact(hers.access(), "email", second).statusCode(201);
        backend.verify(Map.of("email", second));
        app.api()
                .changePassword(hers.access(), eve.password(), "AnotherHorseBattery")
                .statusCode(204);

        told(second, 1, "Your password was changed");
        assertThat(notices(eve.email(), "UTC")).isEmpty();
    }

    private String add(String email) {
        return app.api()
                .addContact(tokens.access(), "email", email)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The n-th notice to the address, which says that. */
    private static ReceivedMail told(String address, int n, String words) {
        ReceivedMail mail = arrived(address, n, SUBJECT);
        assertThat(mail.subject()).isEqualTo(SUBJECT);
        assertThat(mail.text()).contains(words).contains("reset your password at once");
        assertThat(mail.html()).contains(words);
        return mail;
    }

    private static void byOthers(ReceivedMail mail) {
        assertThat(mail.text())
                .contains("admin or a service of Acme")
                .doesNotContain("From: ")
                .doesNotContain("127.0.0.1");
    }

    private static ReceivedMail arrived(String address, int n, String sign) {
        await(n + " notices to " + address).until(() -> notices(address, sign).size() >= n);
        return notices(address, sign).get(n - 1);
    }

    private static List<ReceivedMail> notices(String address, String sign) {
        return MailServer.to(address).stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(sign))
                .toList();
    }
}
