/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What an admin closed, in a realm that is written by a tool that names some of the API's attributes and not that one.
 */
@OnOneDatabase
class ClosedTogglesIT {

    private static final Map<String, String> ENABLED = Map.of("heimdall.enabled", "true");

    @RegisterExtension
    static final App server = App.fresh();

    private App app;

    @BeforeEach
    void anApp() {
        app = App.fresh().createOn(server.server());
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenTogglesThatClose_whenTheRealmIsWrittenWithoutThem_thenTheyStay() {
        Map<String, String> closed = Map.of(
                "heimdall.signup_requires_pak", "true",
                "heimdall.signup_allowed_email_domains", "example.com",
                "heimdall.signin_enabled", "off",
                "heimdall.max_failed_login_attempts", "3",
                "heimdall.password_min_length", "12",
                "heimdall.oauth_link_policy", "reject");
        app.realm().setAttributes(closed);

        writeWith(ENABLED);

        assertThat(attributes()).containsAllEntriesOf(closed);
    }

    @Test
    void givenAListThatCloses_whenTheRealmIsWrittenWithAnEmptyOne_thenEverythingIsAllowed() {
        app.set("heimdall.signup_allowed_email_domains", "example.org");

        writeWith(Map.of("heimdall.enabled", "true", "heimdall.signup_allowed_email_domains", ""));

        app.api().signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenTogglesThatOpenOrNeither_whenTheRealmIsWrittenWithoutThem_thenTheirDefaultsHold() {
        app.realm()
                .setAttributes(Map.of(
                        "heimdall.signup_enabled", "true",
                        "heimdall.oauth_link_policy", "auto",
                        "heimdall.max_failed_login_attempts", "9",
                        "heimdall.signup_default_role", "admin",
                        "heimdall.profile_naming", "snake_case"));

        writeWith(ENABLED);

        assertThat(attributes().keySet())
                .filteredOn(name -> name.startsWith("heimdall."))
                .containsExactly("heimdall.enabled");
    }

    @Test
    void givenSignupThatIsOff_whenTheRealmIsWrittenWithoutIt_thenItIsOffUntilTheRealmSaysOtherwise() {
        app.set("heimdall.signup_enabled", "false");

        writeWith(ENABLED);

        app.api().signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
        writeWith(Map.of("heimdall.enabled", "true", "heimdall.signup_enabled", " "));
        app.api().signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
        writeWith(Map.of("heimdall.enabled", "true", "heimdall.signup_enabled", "true"));
        app.api().signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenARoleOfNewcomersThatMayDoLessThanAMember_whenTheRealmIsWrittenWithoutIt_thenItStays() {
        app.platform().as(Method.POST, "/roles", Map.of("name", "guest")).statusCode(201);
        app.set("heimdall.signup_default_role", "guest");

        writeWith(ENABLED);

        assertThat(attributes()).containsEntry("heimdall.signup_default_role", "guest");
    }

    @Test
    void givenSignupThatIsOff_whenTheAppIsTurnedOffAndOnByToolsThatLeaveItOut_thenItIsOff() {
        app.set("heimdall.signup_enabled", "false");

        writeWith(Map.of("heimdall.enabled", "false"));
        writeWith(Map.of("team", "payments"));
        writeWith(ENABLED);

        app.api().signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
    }

    @Test
    void givenSignupThatIsOff_whenAnAdminOpensItOverTheApi_thenItIsOpen() {
        app.set("heimdall.signup_enabled", "false");

        app.platform()
                .as(Method.PATCH, "/auth-config", Map.of("signup_enabled", true))
                .statusCode(200);

        app.api().signup(TestUser.ada()).statusCode(200);
        writeWith(ENABLED);
        app.api().signup(TestUser.named("grace")).statusCode(200);
    }

    /** Keycloak takes away each attribute that is not named. */
    private void writeWith(Map<String, String> attributes) {
        Map<String, Object> realm = new HashMap<>(app.realm().read());
        realm.put("attributes", attributes);
        app.realm().update(realm);
    }

    private Map<String, Object> attributes() {
        return app.realm().call(Method.GET, "", null).jsonPath().getMap("attributes");
    }
}
