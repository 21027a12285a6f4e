/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.UserProfile;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an admin is told of parts of the realm that do not go together with the app. */
@OnOneDatabase
class RealmPartsHealthIT {

    @RegisterExtension
    static final App server = App.fresh();

    private App app;

    @BeforeEach
    void anApp() {
        app = App.fresh().withRealm("smtpServer", MailServer.smtp()).createOn(server.server());
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenAProfileThatRequiresMoreOfUsers_whenLooking_thenItSaysWhichAttributes() {
        UserProfile.of(app).require("department", "user");
        UserProfile.of(app).require("badge", "admin");

        app.api().signup(TestUser.ada()).statusCode(400);
        health().body("data.code", contains("profile_requires_more"))
                .body("data.severity", contains("error"))
                .body("data[0].message", containsString("badge, department"));
    }

    @Test
    void givenAProfileThatRequiresTheDisplayName_whenLooking_thenNothingIsAmiss() {
        UserProfile.of(app).require("displayName", "user");

        health().body("data", empty());
    }

    @Test
    void givenAListWithAnItemThatIsNone_whenLooking_thenTheItemIsNamed() {
        app.set("heimdall.signup_allowed_email_domains", "example.com,@example.org");

        health().body("data.code", contains("setting_unreadable"))
                .body("data[0].message", allOf(containsString("'@example.org'"), not(containsString("'example.com'"))));
    }

    @Test
    void givenAnAttributeThatIsNoToggle_whenLooking_thenItIsNamed() {
        app.set("heimdall.sign_up_enabled", "false");

        health().body("data.code", contains("setting_unknown"))
                .body("data[0].message", containsString("heimdall.sign_up_enabled"));
    }

    @Test
    void givenProvidersWithFlowsOfTheirOwn_whenLooking_thenTheyAreNamed() {
        provider("plain", Map.of());
        provider("explicit", Map.of("firstBrokerLoginFlowAlias", "first broker login"));
        provider("off", Map.of("postBrokerLoginFlowAlias", "browser", "enabled", false));
        health().body("data", empty());

        provider("after", Map.of("postBrokerLoginFlowAlias", "browser"));
        provider("first", Map.of("firstBrokerLoginFlowAlias", "direct grant"));
        health().body("data.code", contains("provider_flow_ignored"))
                .body("data.severity", contains("warning"))
                .body("data[0].message", containsString("own: 'after', 'first'."));
    }

    private void provider(String alias, Map<String, ?> settings) {
        Map<String, Object> provider = new HashMap<>(settings);
        provider.put("alias", alias);
        provider.put("providerId", "github");
        provider.put("config", Map.of("clientId", "x", "clientSecret", "y"));
        app.realm().call(Method.POST, "/identity-provider/instances", provider);
    }

    @Test
    void givenMailsThatTheAppDoesNotWant_whenLooking_thenWhatTheApiKeepsOfThemIsNoUnknownAttribute() {
        clear("default_sender_address");
        clear("verification_template_name");

        health().body("data", empty());
    }

    @Test
    void givenARealmThatAsksForVerifiedEmails_whenTheAppMailsNoCodes_thenItIsSaid() {
        app.realm().update(Map.of("verifyEmail", true));
        verificationIsNotMailed();

        app.set("heimdall.notifications_enabled", "true");
        health().body("data", empty());

        clear("verification_template_name");
        verificationIsNotMailed();
    }

    @Test
    void givenARealmThatAsksForVerifiedEmails_whenItHasNoMailServer_thenItIsSaid() {
        app.set("heimdall.notifications_enabled", "true");
        app.realm().update(Map.of("verifyEmail", true, "smtpServer", Map.of()));

        verificationIsNotMailed();
    }

    private void verificationIsNotMailed() {
        health().body("data.code", contains("verification_not_mailed")).body("data.severity", contains("warning"));
    }

    @Test
    void givenAClientThatEndsSessionsBeforeAnAccessTokenExpires_whenLooking_thenItIsSaid() {
        Map<String, Object> client = new HashMap<>(app.realm().client("heimdall"));
        Map<String, Object> attributes = new HashMap<>();
        ((Map<?, ?>) client.get("attributes")).forEach((key, value) -> attributes.put((String) key, value));
        attributes.put("client.session.max.lifespan", "120");
        client.put("attributes", attributes);
        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);

        health().body("data.code", contains("client_sessions_short"))
                .body("data[0].message", containsString("120 seconds"));
        app.set("heimdall.access_token_ttl_seconds", "60");

        health().body("data", empty());
    }

    @Test
    void givenARealmNamedLikeAPathOfKeycloaks_whenLooking_thenItIsSaidWhereTheAppAnswers() {
        KeycloakAdmin admin = app.admin();
        admin.createRealm(
                "resources",
                Map.of("realm", "resources", "enabled", true, "attributes", Map.of("heimdall.enabled", "true")));
        try {
            Platform platform = new Platform(server.server(), admin, "resources");
            platform.as(Method.GET, "/health", null)
                    .statusCode(200)
                    .body("data.code", contains("name_not_at_root"))
                    .body("data[0].message", containsString("/realms/resources/v1"));
            platform.as(
                            Method.PUT,
                            "/auth-config/providers/github",
                            Map.of("config", Map.of("client_id", "x", "client_secret", "y")))
                    .statusCode(200)
                    .body(
                            "config.callback_url",
                            equalTo(server.server().baseUri() + "/realms/resources/v1/auth/oauth/github/callback"));
        } finally {
            admin.realm("resources").delete();
        }
    }

    private void clear(String setting) {
        Map<String, Object> change = new HashMap<>();
        change.put(setting, null);
        app.platform().as(Method.PATCH, "/notification-settings", change).statusCode(200);
    }

    private ValidatableResponse health() {
        return app.platform().as(Method.GET, "/health", null).statusCode(200);
    }
}
