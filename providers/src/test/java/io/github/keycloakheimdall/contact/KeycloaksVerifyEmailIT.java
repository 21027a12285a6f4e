/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keycloak's own way of verifying an email, by a link in a mail, beside ours. */
class KeycloaksVerifyEmailIT {

    @RegisterExtension
    static final App app = App.fresh().withRealm("smtpServer", MailServer.smtp());

    private final TestUser ada = TestUser.ada();
    private final Browser browser = new Browser();
    private Tokens tokens;

    /** The realm asks for verified emails once its users have their sessions. */
    @BeforeEach
    void signUp() {
        tokens = signedUp(ada);
        app.realm().update(Map.of("verifyEmail", true));
    }

    @Test
    void givenTheMailThatAnAdminHasSent_whenItsLinkIsFollowed_thenTheContactIsVerifiedAndPrimary() {
        app.api().contacts(tokens.access()).body("data[0].verified_at", nullValue());
        app.api().signin(ada.email(), ada.password()).statusCode(401);

        followMailOfAdmin("send-verify-email", null);

        contactIsVerified();
        app.api()
                .as(tokens.access(), Method.GET, "/me/activity", null)
                .body("data.action", hasItem("user.contact_verified"));
    }

    @Test
    void givenTheMailOfAnActionThatAnAdminAsksFor_whenItsLinkIsFollowed_thenTheContactIsVerifiedAndPrimary() {
        followMailOfAdmin("execute-actions-email", List.of("VERIFY_EMAIL"));

        contactIsVerified();
    }

    @Test
    void givenTheMailOfTheLoginPage_whenItsLinkIsFollowed_thenTheContactIsVerifiedAndTheLoginGoesOn() {
        reachVerificationAtLoginPage();
        app.api().contacts(tokens.access()).body("data[0].verified_at", nullValue());

        Response done =
                browser.follow(browser.open(MailServer.first(ada.email()).link()));

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.header("Location")).contains("/account/").contains("code=");
        contactIsVerified();
    }

    @Test
    void givenTheLoginPageAsksToVerify_whenACodeVerifies_thenKeycloakAsksNoMore() {
        reachVerificationAtLoginPage();
        assertThat(requiredActions()).contains("VERIFY_EMAIL");

        Backend.forCodes(app).verify(Map.of("email", ada.email()));

        assertThat(app.realm().user(ada.username())).containsEntry("emailVerified", true);
        assertThat(requiredActions()).isEmpty();
        Response done = password(new Browser());
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.header("Location")).contains("/account/").contains("code=");
    }

    @Test
    void givenSomeoneElseVerifiedTheAddressSince_whenItsAccountFollowsKeycloaksLink_thenTheLinkIsStale() {
        app.realm().call(Method.PUT, "/users/" + tokens.userId() + "/send-verify-email", null);
        String link = MailServer.first(ada.email()).link();
        Tokens other = signedUp(TestUser.named("other"));
        String id = claim(other);
        app.api().verifyContact(other.access(), codeFor(other, id)).statusCode(200);

        browser.open(link);

        assertThat(app.realm().user(ada.username()).get("emailVerified")).isEqualTo(false);
        app.api().contacts(other.access()).body("data[1].id", equalTo(id)).body("data[1].verified_at", notNullValue());
    }

    @Test
    void givenAStrangersClaim_whenTheAccountFollowsKeycloaksLink_thenTheClaimIsGone() {
        Tokens stranger = signedUp(TestUser.named("other"));
        claim(stranger);

        followMailOfAdmin("send-verify-email", null);

        contactIsVerified();
        app.api().contacts(stranger.access()).body("data", hasSize(1));
    }

    @Test
    void givenAPlantedContact_whenTheOwnerFollowsKeycloaksLinkAndResets_thenItCannotResetBack() {
        String evil = TestUser.named("evil").email();
        Backend backend = Backend.forCodes(app);
        app.api().addContact(tokens.access(), "email", evil).statusCode(201);
        backend.verify(Map.of("email", evil));
        followMailOfAdmin("send-verify-email", null);

        String code = backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);

        backend.requestPasswordReset(Map.of("email", evil)).statusCode(201).body("code", nullValue());
    }

    private String claim(Tokens who) {
        return app.api()
                .addContact(who.access(), "email", ada.email())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String codeFor(Tokens who, String contactId) {
        return app.platform()
                .as(Method.POST, "/end-users/" + who.userId() + "/contacts/" + contactId + "/resend-verification", null)
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static Tokens signedUp(TestUser user) {
        app.realm().update(Map.of("verifyEmail", false));
        return app.api().signedUp(user);
    }

    /** In a browser of its own, as one who reads mail elsewhere. */
    private void followMailOfAdmin(String which, Object actions) {
        app.realm().call(Method.PUT, "/users/" + tokens.userId() + "/" + which, actions);
        browser.proceed(browser.open(MailServer.first(ada.email()).link()));
    }

    private void reachVerificationAtLoginPage() {
        // The login page asks for what the profile lacks.
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
        Response asked = password(browser);
        assertThat(asked.statusCode()).isEqualTo(302);
        browser.follow(asked);
    }

    private Response password(Browser at) {
        return at.submit(at.login(app), Map.of("username", ada.username(), "password", ada.password()));
    }

    private void contactIsVerified() {
        app.api()
                .contacts(tokens.access())
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].value", equalTo(ada.email()))
                .body("data[0].is_primary", equalTo(true))
                .body("data[0].verified_at", notNullValue());
        app.api().me(tokens.access()).body("emailVerifiedAt", notNullValue());
        app.api().signin(ada.email(), ada.password()).statusCode(200);
    }

    private List<String> requiredActions() {
        return app.realm()
                .call(Method.GET, "/users/" + tokens.userId(), null)
                .jsonPath()
                .getList("requiredActions", String.class);
    }
}
