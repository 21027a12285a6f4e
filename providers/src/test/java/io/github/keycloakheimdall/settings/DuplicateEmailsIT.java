/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm that lets several accounts have one email, of which Keycloak lets each be verified. */
@OnOneDatabase
class DuplicateEmailsIT {

    @RegisterExtension
    static final App app =
            App.fresh().withRealm("duplicateEmailsAllowed", true).withRealm("loginWithEmailAllowed", false);

    private static Backend backend;
    private static String tenant;

    private final TestUser ada = TestUser.ada();
    private final TestUser twin = TestUser.named("twin").withEmail(ada.email());

    @BeforeAll
    static void prepare() {
        backend = Backend.forCodes(app);
        tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Twins"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void givenTwoThatVerifiedOneEmail_whenSigningIn_thenEachByUsernameAndNobodyByTheEmail() {
        bothVerified();

        app.api().signin(ada).statusCode(200);
        app.api().signin(twin).statusCode(200);
        app.api().signin(ada.email(), ada.password()).statusCode(401);
    }

    @Test
    void givenTwoWithOneEmail_whenTheRealmAllowsItNoMore_thenItMeansWhoVerifiedIt() {
        String verified = app.api().signedUp(ada).userId();
        app.api().signup(twin).statusCode(200);
        app.realm().updateUser(verified, Map.of("emailVerified", true));
        app.realm().update(Map.of("duplicateEmailsAllowed", false, "loginWithEmailAllowed", true));
        try {
            app.api().signin(ada.email(), ada.password()).statusCode(200);
            app.api().signin(ada.email(), "Wrong-Password1").statusCode(401);
            backend.requestPasswordReset(Map.of("email", ada.email()))
                    .statusCode(201)
                    .body("code", notNullValue());
        } finally {
            app.realm().update(Map.of("loginWithEmailAllowed", false, "duplicateEmailsAllowed", true));
        }
    }

    @Test
    void givenTwoThatVerifiedOneEmail_whenAskingForCodes_thenNoneOfThemIsMeant() {
        bothVerified();

        backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .body("code", nullValue());
        backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .body("code", nullValue());
    }

    @Test
    void givenTwoThatVerifiedOneEmail_whenInvitingOrAddingIt_thenToldThatSeveralHaveIt() {
        bothVerified();

        several(app.platform().as(Method.POST, "/end-users/invites", Map.of("email", ada.email())));
        several(app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("email", ada.email(), "role_name", "member")));
    }

    @Test
    void givenTwoThatVerifiedOneEmail_whenAThirdSignsUpWithIt_thenAnAccountOfItsOwn() {
        bothVerified();

        Tokens third = app.api().signedUp(TestUser.named("third").withEmail(ada.email()));

        app.api().me(third.access()).body("emailVerifiedAt", nullValue());
        app.api().contacts(third.access()).statusCode(200);
    }

    @Test
    void givenTwoThatVerifiedOneEmail_whenAnAdminLooks_thenBothAreListed() {
        bothVerified();

        app.platform()
                .as(Method.GET, "/end-users?search=" + ada.email(), null)
                .statusCode(200)
                .body("data.size()", equalTo(2));
    }

    @Test
    void givenAStrangersClaim_whenInvitingTheEmail_thenWhoReadsTheMailGetsIt() {
        Tokens stranger = app.api().signedUp(ada);
        Map<String, Object> invite = Map.of("email", ada.email());
        String code = app.platform()
                .as(Method.POST, "/end-users/invites", invite)
                .statusCode(201)
                .extract()
                .path("code");

        Map<String, String> body = Map.of("code", code, "password", twin.password(), "username", twin.username());
        app.api()
                .request(Method.POST, "/auth/accept-invite", body, Map.of())
                .then()
                .statusCode(200);

        app.api().signin(ada.email(), twin.password()).statusCode(200);
        app.api().me(stranger.access()).body("email", nullValue());
    }

    private void bothVerified() {
        for (TestUser each : List.of(ada, twin)) {
            app.realm()
                    .call(
                            Method.POST,
                            "/users",
                            Map.of(
                                    "username",
                                    each.username(),
                                    "email",
                                    each.email(),
                                    "emailVerified",
                                    true,
                                    "enabled",
                                    true,
                                    "credentials",
                                    List.of(Map.of("type", "password", "value", each.password()))));
        }
    }

    private static void several(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("EMAIL_NOT_UNIQUE"));
    }
}
