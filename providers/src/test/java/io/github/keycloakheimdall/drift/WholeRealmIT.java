/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app whose whole realm is written by a tool that has its own idea of it, as Terraform's provider does. */
@OnOneDatabase
class WholeRealmIT {

    @RegisterExtension
    static final App server = App.fresh();

    private App app;

    @BeforeEach
    void anApp() {
        app = App.fresh()
                .with("heimdall.max_sessions", "70")
                .with("heimdall.notifications_enabled", "false")
                .createOn(server.server());
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenASession_whenTheRealmIsWrittenWithoutRememberMe_thenTheSessionLivesOn() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        app.realm()
                .update(Map.of(
                        "rememberMe", false,
                        "ssoSessionMaxLifespanRememberMe", 0,
                        "ssoSessionIdleTimeoutRememberMe", 1));

        app.api().me(tokens.access()).statusCode(200);
        app.api().refresh(tokens.refresh()).statusCode(200);
        assertThat(app.realm().read())
                .containsEntry("rememberMe", true)
                .containsEntry("ssoSessionMaxLifespanRememberMe", 2592000)
                .containsEntry("ssoSessionIdleTimeoutRememberMe", 2592000);
    }

    @Test
    void givenATeamThatLowersBrowserSessions_whenTheRealmIsMended_thenThoseStayLow() {
        app.realm().update(Map.of("rememberMe", false, "ssoSessionMaxLifespan", 600, "ssoSessionIdleTimeout", 300));

        assertThat(app.realm().read())
                .containsEntry("ssoSessionMaxLifespan", 600)
                .containsEntry("ssoSessionIdleTimeout", 300);
    }

    @Test
    void givenAToolThatKnowsNoneOfOurAttributes_whenItWritesTheRealm_thenTheAppAndItsTogglesStay() {
        app.set("heimdall.signup_requires_pak", "true");
        Map<String, Object> realm = new HashMap<>(app.realm().read());
        realm.put("rememberMe", false);
        realm.put("attributes", Map.of("team", "payments"));

        app.realm().update(realm);

        app.api().signup(TestUser.ada()).statusCode(401);
        assertThat(attributes())
                .containsEntry("team", "payments")
                .containsEntry("heimdall.enabled", "true")
                .containsEntry("heimdall.signup_requires_pak", "true")
                .containsEntry("heimdall.max_sessions", "70");
    }

    @Test
    void givenAToolThatKnowsTheApp_whenItTakesAToggleAway_thenItsDefaultHolds() {
        app.realm().update(Map.of("attributes", Map.of("heimdall.enabled", "true")));

        assertThat(attributes()).containsEntry("heimdall.enabled", "true").doesNotContainKey("heimdall.max_sessions");
        app.platform().as(Method.GET, "/auth-config", null).body("max_sessions", equalTo(50));
    }

    @Test
    void givenAnAppThatOptedOut_whenTheRealmIsWrittenWithoutOurAttributes_thenItStaysOut() {
        app.set("heimdall.enabled", "false");

        app.realm().update(Map.of("attributes", Map.of("team", "payments")));

        app.api().jwks().statusCode(404);
        assertThat(attributes()).doesNotContainKey("heimdall.enabled");
    }

    @Test
    void givenAToolThatWritesTheUserProfile_whenItDropsOurAttributes_thenTheyAreDeclaredAgain() {
        Map<String, Object> profile = new HashMap<>(
                app.realm().call(Method.GET, "/users/profile", null).jsonPath().getMap("$"));
        profile.put("attributes", List.of(Map.of("name", "username"), Map.of("name", "email")));

        app.realm().call(Method.PUT, "/users/profile", profile);

        assertThat(app.realm().call(Method.GET, "/users/profile", null).asString())
                .contains("displayName", "emailVerifiedAt", "heimdall.status");
    }

    @Test
    void givenARealmThatIsSwitchedOff_whenLookingAtItsHealth_thenThatIsNotMendedButTold() {
        app.realm().update(Map.of("enabled", false));

        app.platform()
                .as(Method.GET, "/health", null)
                .statusCode(200)
                .body("data.code", equalTo(List.of("realm_disabled")));
    }

    private Map<String, Object> attributes() {
        return app.realm().call(Method.GET, "", null).jsonPath().getMap("attributes");
    }
}
