/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users do at Keycloak's own pages is told as what they do here. */
class EventsAtKeycloaksPagesIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm("smtpServer", MailServer.smtp())
            .withRealm("resetPasswordAllowed", true)
            .withRealm("registrationAllowed", true);

    private final Receiver receiver = new Receiver();
    private final TestUser ada = TestUser.ada();
    private final Browser browser = new Browser();

    @BeforeEach
    void subscribe() {
        new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void givenARegistrationAtTheLoginPage_thenASignupAndASignin() {
        Response form = browser.open(link("registrations|registration", browser.login(app)));

        Response done = browser.submit(
                form,
                Map.of(
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "email", ada.email(),
                        "username", ada.username(),
                        "password", ada.password(),
                        "password-confirm", ada.password()));

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(302);
        told("user.signup", "user.signin");
    }

    @Test
    void givenAForgottenPassword_thenTheRequestAndTheReset() {
        signUp();
        Response form = browser.open(link("reset-credentials", browser.login(app)));
        browser.submit(form, Map.of("username", ada.username()));

        Response page = browser.open(MailServer.first(ada.email()).link());
        Response update = page.statusCode() == 302 ? browser.follow(page) : page;
        Response done = browser.submit(
                update, Map.of("password-new", "AnotherHorseBattery", "password-confirm", "AnotherHorseBattery"));

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(302);
        told(
                "user.signup",
                "user.signin",
                "user.password_reset.requested",
                "user.password_reset.completed",
                "user.signin");
    }

    @Test
    void givenAPasswordThatHasToBeChanged_thenItIsNoReset() {
        String id = signUp();
        app.realm().updateUser(id, Map.of("requiredActions", List.of("UPDATE_PASSWORD")));
        Response asked =
                browser.submit(browser.login(app), Map.of("username", ada.username(), "password", ada.password()));

        Response done = browser.submit(
                browser.follow(asked),
                Map.of("password-new", "AnotherHorseBattery", "password-confirm", "AnotherHorseBattery"));

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(302);
        told("user.signup", "user.signin", "user.signin");
    }

    @Test
    void givenAMailedLink_whenItIsFollowed_thenTheContactAndTheEmailAreVerifiedOnce() {
        String id = signUp();
        app.realm().call(Method.PUT, "/users/" + id + "/send-verify-email", null);
        String link = MailServer.first(ada.email()).link();

        browser.proceed(browser.open(link));
        browser.open(link);

        told("user.signup", "user.signin", "user.contact_verified", "user.email_verified");
    }

    /** With the names that the login page asks for. */
    private String signUp() {
        String id = app.api().signedUp(ada).userId();
        app.realm().updateUser(id, Map.of("firstName", "Ada", "lastName", "Lovelace"));
        return id;
    }

    private static String link(String which, Response page) {
        Matcher found = Pattern.compile("href=\"([^\"]*/login-actions/(?:" + which + ")[^\"]*)\"")
                .matcher(page.asString());
        assertThat(found.find()).as(page.asString()).isTrue();
        return app.server()
                .baseUri()
                .resolve(found.group(1).replace("&amp;", "&"))
                .toString();
    }

    private void told(String... types) {
        Told.exactly(app, receiver, types);
    }
}
