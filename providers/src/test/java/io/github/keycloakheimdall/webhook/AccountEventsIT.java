/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.ProviderCalls;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts that come by invites and providers, that users delete, and that too many guesses lock. */
@ExtendWith(KeycloakExtension.class)
class AccountEventsIT {

    private final RunningKeycloak server;
    private final Receiver receiver = new Receiver();
    private final TestUser ada = TestUser.ada();

    AccountEventsIT(RunningKeycloak server) {
        this.server = server;
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void givenAnInvite_whenItIsAccepted_thenItIsASignup() {
        try (App app = subscribed(App.fresh())) {
            String code = app.platform()
                    .as(Method.POST, "/end-users/invites", Map.of("email", ada.email()))
                    .statusCode(201)
                    .extract()
                    .path("code");

            app.api()
                    .request(
                            Method.POST,
                            "/auth/accept-invite",
                            Map.of("code", code, "password", ada.password(), "username", ada.username()),
                            Map.of())
                    .then()
                    .statusCode(200);

            Told.exactly(app, receiver, "user.signup", "user.signin");
        }
    }

    @Test
    void givenUsersWhoComeByProviders_thenEachIsASignupAndASignin() throws Exception {
        try (App app = subscribed(App.fresh().with("heimdall.allowed_redirect_origins", ProviderCalls.ORIGIN))) {
            // Three accounts: one by an ID token, two by a browser, of whom one does not fetch the tokens.
            ProviderCalls.of(app).values().forEach(answer -> assertThat(answer.statusCode())
                    .isLessThan(400));

            Told.exactly(app, receiver, "user.signup", "user.signup", "user.signup", "user.signin", "user.signin");
        }
    }

    @Test
    void givenSomeoneWhoDeletesTheirAccountHere_thenItsEndIsToldOnce() {
        try (App app = subscribed(App.fresh())) {
            Tokens tokens = app.api().signedUp(ada);

            app.api().deleteMe(tokens.access()).statusCode(204);

            Told.exactly(app, receiver, "user.signup", "user.signin", "user.deleted");
        }
    }

    @Test
    void givenSomeoneWhoDeletesTheirAccountAtTheAccountConsole_thenItsEndIsToldOnce() {
        try (App app = subscribed(App.fresh())) {
            Tokens tokens = app.api().signedUp(ada);
            app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
            allowDeletion(app, tokens.userId());
            Browser browser = new Browser();
            Response asked = browser.submit(
                    browser.act(app, "delete_account"), Map.of("username", ada.username(), "password", ada.password()));

            Response done = browser.submit(browser.follow(asked), Map.of("confirm", "yes"));

            assertThat(app.realm().user(ada.username())).as(done.asString()).isNull();
            Told.exactly(app, receiver, "user.signup", "user.signin", "user.deleted");
        }
    }

    @Test
    void givenARealmThatLocksForGood_whenSomeoneGuessesTooOften_thenTheAccountIsSuspendedOnce() {
        try (App app = subscribed(App.fresh()
                .with("heimdall.max_failed_login_attempts", "100")
                .withRealm(Map.of("bruteForceProtected", true, "permanentLockout", true, "failureFactor", 3)))) {
            app.api().signedUp(ada);
            // Keycloak takes failures in on a thread of its own, and passes over those that come too quickly.
            await().until(() -> {
                app.api().signin(ada.withPassword("wrong-Password")).statusCode(401);
                return app.realm().user(ada.username()).get("enabled").equals(false);
            });

            app.api().signin(ada).statusCode(401);

            Told.exactly(app, receiver, "user.signup", "user.signin", "user.suspended");
        }
    }

    private App subscribed(App app) {
        app.createOn(server);
        new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);
        return app;
    }

    private static void allowDeletion(App app, String userId) {
        Map<String, Object> action = new HashMap<>(app.realm()
                .call(Method.GET, "/authentication/required-actions/delete_account", null)
                .jsonPath()
                .getMap("$"));
        action.put("enabled", true);
        app.realm().call(Method.PUT, "/authentication/required-actions/delete_account", action);
        Object client = app.realm().client("account").get("id");
        Map<String, Object> role = app.realm()
                .call(Method.GET, "/clients/" + client + "/roles/delete-account", null)
                .jsonPath()
                .getMap("$");
        app.realm().call(Method.POST, "/users/" + userId + "/role-mappings/clients/" + client, List.of(role));
    }
}
