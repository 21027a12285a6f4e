/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.server.SinceKeycloak26;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keycloak's own invitations to organizations, which admins send in the console. */
class InvitationEventsIT {

    @RegisterExtension
    static final App app =
            App.fresh().withRealm("organizationsEnabled", true).withRealm("smtpServer", MailServer.smtp());

    private final Receiver receiver = new Receiver();
    private final TestUser ada = TestUser.ada();
    private String account;
    private String tenant;

    @BeforeEach
    void inviteAda() {
        account = app.api().signedUp(ada).userId();
        app.realm().updateUser(account, Map.of("firstName", "Ada", "lastName", "Lovelace", "emailVerified", true));
        tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Shop " + ada.username()))
                .statusCode(201)
                .extract()
                .path("id");
        new Hook(app)
                .tell(
                        receiver.url(),
                        "user.signup",
                        "user.signin",
                        "tenant.invite.created",
                        "tenant.invite.accepted",
                        "tenant.invite.revoked",
                        "tenant.member.added");
        invite("invite-existing-user", "id", account);
    }

    @AfterEach
    void close() {
        new Hook(app).call(Method.DELETE, "").statusCode(204);
        receiver.close();
    }

    @Test
    void givenAnInvitation_whenItIsAccepted_thenBothAreToldAndTheNewMember() {
        Browser browser = new Browser();
        browser.proceed(browser.open(link(ada)));

        Told.exactly(app, receiver, "tenant.invite.created", "tenant.invite.accepted", "tenant.member.added");
        assertThat(receiver.of("tenant.invite.created").get(0).json().<String, String>getMap("data"))
                .containsEntry("tenant_id", tenant)
                .containsEntry("display_name", "Shop " + ada.username());
        assertThat(receiver.of("tenant.invite.accepted").get(0).json().<String, String>getMap("data"))
                .containsEntry("tenant_id", tenant)
                .containsEntry("account_id", account);
        assertThat(receiver.of("tenant.member.added").get(0).json().<String, String>getMap("data"))
                .containsEntry("tenant_id", tenant)
                .containsEntry("account_id", account);
    }

    @Test
    void givenSomeoneNew_whenTheyRegisterByAnInvitation_thenThatIsToldToo() {
        TestUser eve = TestUser.named("eve");
        invite("invite-user", "email", eve.email());
        Browser browser = new Browser();

        Response done = browser.submit(
                browser.open(link(eve)),
                Map.of(
                        "firstName", "Eve",
                        "lastName", "Lovelace",
                        "email", eve.email(),
                        "username", eve.username(),
                        "password", eve.password(),
                        "password-confirm", eve.password()));

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(302);
        Told.exactly(
                app,
                receiver,
                "tenant.invite.created",
                "tenant.invite.created",
                "user.signup",
                "tenant.invite.accepted",
                "tenant.member.added",
                "user.signin");
        assertThat(receiver.of("tenant.invite.accepted").get(0).json().<String, String>getMap("data"))
                .containsEntry("tenant_id", tenant)
                .containsEntry("username", eve.username());
    }

    @Test
    @SinceKeycloak26(5)
    void givenAnInvitation_whenItIsSentAgain_thenItIsToldAgain() {
        String invitations = "/organizations/" + tenant + "/invitations";
        Object id = app.realm().list(invitations).get(0).get("id");

        app.realm().call(Method.POST, invitations + "/" + id + "/resend", null);

        Told.exactly(app, receiver, "tenant.invite.created", "tenant.invite.created");
    }

    @Test
    @SinceKeycloak26(5)
    void givenAnInvitation_whenItIsDeleted_thenThatIsTold() {
        String invitations = "/organizations/" + tenant + "/invitations";
        List<Map<String, Object>> sent = app.realm().list(invitations);
        assertThat(sent).hasSize(1);
        Object id = sent.get(0).get("id");

        app.realm().call(Method.DELETE, invitations + "/" + id, null);

        Told.exactly(app, receiver, "tenant.invite.created", "tenant.invite.revoked");
        assertThat(receiver.of("tenant.invite.revoked").get(0).json().<String, String>getMap("data"))
                .containsEntry("tenant_id", tenant)
                .containsEntry("invite_id", id.toString());
    }

    private void invite(String how, String name, String value) {
        given().header("authorization", "Bearer " + app.admin().bearer())
                .formParam(name, value)
                .post(app.server().baseUri() + "/admin/realms/" + app.slug() + "/organizations/" + tenant + "/members/"
                        + how)
                .then()
                .statusCode(204);
    }

    /** Keycloak escapes the plain text of this mail as if it were HTML. */
    private static String link(TestUser user) {
        return MailServer.first(user.email()).link().replace("&#61;", "=").replace("&amp;", "&");
    }
}
