/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.ReceivedMail;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvitesIT {

    private static final String PASSWORD = "CorrectHorseBatteryStaple";

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.notifications_enabled", "true")
            .with("heimdall.signup_enabled", "false")
            .with("heimdall.web_origin", "https://portal.acme.example")
            .withRealm("smtpServer", MailServer.smtp());

    private final String email = TestUser.named("alice").email();

    @Test
    void givenAnInvite_whenAccepting_thenAVerifiedAccountWithTheRole() {
        String code = create(Map.of("email", email, "role_name", "admin")).getString("code");

        Tokens tokens = Tokens.of(accept(" " + code + "\n", "alice-" + email.hashCode()));

        app.api()
                .me(tokens.access())
                .body("email", equalTo(email))
                .body("role", equalTo("admin"))
                .body("emailVerifiedAt", notNullValue());
        app.api().signin(email, PASSWORD).statusCode(200);
    }

    @Test
    void givenAName_whenInviting_thenTheMailBringsTheCode() {
        String code =
                create(Map.of("email", email, "name", "Alice <b>Wong</b>")).getString("code");

        ReceivedMail mail = MailServer.first(email);

        assertThat(mail.subject()).contains("Acme");
        assertThat(mail.text()).contains(code).contains("72 hours").contains("/accept-invite?code=" + code);
        assertThat(mail.html()).contains(code).doesNotContain("<b>Wong");
    }

    @Test
    void givenOneUse_whenManyAcceptAtOnce_thenOneAccount() {
        String code = create(Map.of("email", email)).getString("code");

        List<Integer> statuses = AtOnce.run(6, i -> accept(code, "racer-" + i + "-" + System.nanoTime())
                .extract()
                .statusCode());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 200 || status == 410 || status == 409);
    }

    @Test
    void givenAnInviteForSeveral_whenManyAcceptAtOnce_thenOneAccountAndOneUse() {
        JsonPath invite = create(Map.of("email", email, "max_uses", 3));

        List<Integer> statuses =
                AtOnce.run(6, i -> accept(invite.getString("code"), "many-" + i + "-" + System.nanoTime())
                        .extract()
                        .statusCode());

        assertThat(statuses)
                .isSubsetOf(200, 409, 410)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        assertThat(app.realm().list("/users?email=" + email)).hasSize(1);
        assertThat(app.admin()
                        .succeed(Method.GET, path("?limit=200"), null)
                        .jsonPath()
                        .getInt("data.find { it.id == '" + invite.getString("id") + "' }.use_count"))
                .isEqualTo(1);
    }

    @Test
    void givenSomeoneVerifiedTheAddressSince_whenAccepting_thenConflict() {
        String code = create(Map.of("email", email)).getString("code");
        Tokens bob = Tokens.of(
                accept(create(Map.of("email", TestUser.named("bob").email())).getString("code"), null));
        app.api().addContact(bob.access(), "email", email).statusCode(201);
        Backend.forCodes(app).verify(Map.of("email", email));

        accept(code, null).statusCode(409);

        assertThat(invite(Map.of("email", email)).statusCode()).isEqualTo(409);
        assertThat(app.realm().list("/users?email=" + email)).isEmpty();
    }

    @Test
    void givenAStrangersUnverifiedClaim_whenInvitingAndAccepting_thenTheInvitedHasTheAddress() {
        TestUser mallory = TestUser.named("mallory").withEmail(email);
        Tokens stranger = openTo(mallory);

        String code = create(Map.of("email", email, "role_name", "admin")).getString("code");
        Tokens alice = Tokens.of(accept(code, null));

        app.api().me(alice.access()).body("email", equalTo(email)).body("emailVerifiedAt", notNullValue());
        app.api()
                .me(stranger.access())
                .statusCode(200)
                .body("email", nullValue())
                .body("role", equalTo("member"));
        app.api().signin(mallory.username(), mallory.password()).statusCode(200);
    }

    @Test
    void givenAStrangerSignsUpAfterTheInvite_whenAccepting_thenTheInvitedHasTheAddress() {
        String code = create(Map.of("email", email)).getString("code");
        openTo(TestUser.named("mallory").withEmail(email));

        Tokens alice = Tokens.of(accept(code, null));

        app.api().me(alice.access()).body("email", equalTo(email)).body("emailVerifiedAt", notNullValue());
    }

    /** Signs a user up for whom the app is open for a moment. */
    private static Tokens openTo(TestUser user) {
        app.set("heimdall.signup_enabled", "true");
        try {
            return app.api().signedUp(user);
        } finally {
            app.set("heimdall.signup_enabled", "false");
        }
    }

    @Test
    void givenAnInviteOfAnotherApp_whenAcceptingOrRevoking_thenNotFound() {
        JsonPath invite = create(Map.of("email", email));
        try (App other = App.fresh().createOn(app.server())) {
            other.api()
                    .request(
                            Method.POST,
                            "/auth/accept-invite",
                            Map.of("code", invite.getString("code"), "password", PASSWORD),
                            Map.of())
                    .then()
                    .statusCode(404);
            other.platform()
                    .as(Method.DELETE, "/end-users/invites/" + invite.getString("id"), null)
                    .statusCode(404);
        }
    }

    @Test
    void givenAnAcceptedInvite_whenAcceptingAgain_thenGone() {
        String code = create(Map.of("email", email)).getString("code");
        accept(code, null).statusCode(200);

        accept(code, "another-name").statusCode(410);
    }

    @Test
    void givenATakenUsername_whenAccepting_thenConflictAndTheInviteIsStillGood() {
        String code = create(Map.of("email", email)).getString("code");
        String other = TestUser.named("bob").email();
        accept(create(Map.of("email", other)).getString("code"), null).statusCode(200);

        accept(code, other.substring(0, other.indexOf('@'))).statusCode(409);

        accept(code, null).statusCode(200);
    }

    @Test
    void givenARevokedInvite_whenAccepting_thenGone() {
        JsonPath invite = create(Map.of("email", email));
        app.admin().succeed(Method.DELETE, path("/" + invite.getString("id")), null);

        accept(invite.getString("code"), null).statusCode(410);
    }

    @Test
    void givenAnUnknownCode_whenAccepting_thenNotFound() {
        accept("inv_nothing", null).statusCode(404);
    }

    @Test
    void givenInvites_whenListing_thenTheyAreThereWithoutTheirCodes() {
        JsonPath invite = create(Map.of("email", email));

        JsonPath list =
                app.admin().succeed(Method.GET, path("?limit=200"), null).jsonPath();

        Map<String, Object> found = list.getMap("data.find { it.id == '" + invite.getString("id") + "' }");
        assertThat(found)
                .containsEntry("email", email)
                .containsEntry("max_uses", 1)
                .containsEntry("use_count", 0)
                .containsEntry("role_name", "member");
        assertThat(found.get("code")).isNotEqualTo(invite.getString("code"));
    }

    @Test
    void givenBadInput_whenInviting_thenBadRequestOrConflict() {
        accept(create(Map.of("email", email)).getString("code"), null).statusCode(200);

        assertThat(invite(Map.of("email", email)).statusCode()).isEqualTo(409);
        assertThat(invite(Map.of("email", "no email")).statusCode()).isEqualTo(400);
        assertThat(invite(Map.of("email", "x@example.com", "role_name", "nobody"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(invite(Map.of("email", "x@example.com", "max_uses", 0)).statusCode())
                .isEqualTo(400);
    }

    private static ValidatableResponse accept(String code, String username) {
        Map<String, String> body = username == null
                ? Map.of("code", code, "password", PASSWORD)
                : Map.of("code", code, "password", PASSWORD, "username", username);
        return app.api()
                .request(Method.POST, "/auth/accept-invite", body, Map.of())
                .then();
    }

    private static JsonPath create(Map<String, ?> body) {
        Response answer = invite(body);
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.jsonPath();
    }

    private static Response invite(Map<String, ?> body) {
        return app.admin().request(Method.POST, path(""), body);
    }

    private static String path(String rest) {
        return "/v1/apps/" + app.slug() + "/end-users/invites" + rest;
    }
}
