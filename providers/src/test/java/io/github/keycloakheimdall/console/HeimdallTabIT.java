/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console's tab saves and shows, by the calls that the console makes for it. */
@OnOneDatabase
class HeimdallTabIT {

    private static final String TYPE = "org.keycloak.services.ui.extend.UiTabProvider";
    private static final int AT_ONCE = 8;

    @RegisterExtension
    static final App server = App.fresh();

    private static KeycloakAdmin console;

    private App app;

    @BeforeAll
    static void letTheConsolesClientTakePasswords() {
        allowPasswords(true);
        console = KeycloakAdmin.atConsole(server.server());
    }

    @AfterAll
    static void forbidItAgain() {
        allowPasswords(false);
    }

    @BeforeEach
    void anAppWhoseTabWasNeverSaved() {
        app = App.fresh().createOn(server.server());
        // A server that shows the tab has filled it already.
        tabs().forEach(tab -> app.realm().call(Method.DELETE, "/components/" + tab.get("id"), null));
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenTheTab_whenSavingAToggle_thenItIsTheRealmsAttributeAndTheApiFollows() {
        create(Map.of("enabled", "true", "signup_enabled", "false")).then().statusCode(201);

        assertThat(attributes()).containsEntry("heimdall.signup_enabled", "false");
        app.api().signup(TestUser.ada()).statusCode(403);

        update(Map.of("signup_enabled", "true")).then().statusCode(204);

        app.api().signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenTheTab_whenSavingAToggle_thenTheAuditLogTellsWhichOne() {
        create(Map.of("enabled", "true")).then().statusCode(201);

        update(Map.of("max_sessions", "3")).then().statusCode(204);

        Map<String, Object> details = app.platform()
                .as(Method.GET, "/audit-logs?action=app.updated&limit=1", null)
                .extract()
                .path("data[0].details");
        assertThat(details)
                .containsEntry("previous_max_sessions", "50")
                .containsEntry("max_sessions", "3")
                .doesNotContainKey("signup_enabled");
    }

    @Test
    void givenADefaultThatWasNeverSet_whenSaving_thenNoAttributeAppearsForIt() {
        create(Map.of("enabled", "true", "max_sessions", "50")).then().statusCode(201);

        assertThat(attributes()).doesNotContainKey("heimdall.max_sessions");
    }

    @Test
    void givenAClearedField_whenSaving_thenItsDefaultHolds() {
        create(Map.of("enabled", "true", "max_sessions", "7")).then().statusCode(201);

        update(Map.of("max_sessions", "")).then().statusCode(204);

        assertThat(attributes()).containsEntry("heimdall.max_sessions", "50");
        assertThat(shown("max_sessions")).isEqualTo("50");
    }

    @Test
    void givenSignupThatIsOff_whenTheFieldIsCleared_thenItIsOpenAndStaysSoWhenAToolLeavesItOut() {
        create(Map.of("enabled", "true", "signup_enabled", "false")).then().statusCode(201);

        update(Map.of("signup_enabled", "")).then().statusCode(204);

        app.api().signup(TestUser.ada()).statusCode(200);
        app.realm().update(Map.of("attributes", Map.of("heimdall.enabled", "true")));
        app.api().signup(TestUser.named("grace")).statusCode(200);
    }

    @Test
    void givenARealmThatIsNoApp_whenTurningItOnInTheTab_thenItIsSeeded() {
        app.set("heimdall.enabled", "false");
        app.realm()
                .call(
                        Method.DELETE,
                        "/clients/" + app.realm().client("heimdall").get("id"),
                        null);

        create(Map.of("enabled", "true")).then().statusCode(201);

        assertThat(app.realm().clientRoles("heimdall")).hasSize(16);
        app.api().signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenAClosedRealmWithUsers_whenTurningItOnInTheTab_thenSignupIsOffThereTooUntilTheTabSaysOtherwise() {
        app.set("heimdall.enabled", "false");
        app.realm().call(Method.POST, "/users", Map.of("username", "grace", "enabled", true));
        Map<String, Object> stale = new HashMap<>(app.realm().read());

        create(Map.of("enabled", "true", "signup_enabled", "true")).then().statusCode(201);

        assertThat(attributes()).containsEntry("heimdall.signup_enabled", "false");
        assertThat(shown("signup_enabled")).isEqualTo("false");
        console.request(Method.PUT, "/admin/realms/" + app.slug(), stale).then().statusCode(204);
        app.api().signup(TestUser.ada()).statusCode(403);
        update(Map.of("enabled", "true", "signup_enabled", "true")).then().statusCode(204);
        app.api().signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenTheMasterRealm_whenTurningItOnInTheTab_thenRefused() {
        save(Method.POST, "/admin/realms/master/components", Map.of("enabled", "true"))
                .then()
                .statusCode(400)
                .body(
                        "errorMessage",
                        equalTo("The realm master administers this server and cannot be a Heimdall app."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_sessions             | 0              | Sessions: maximum per user: enter a whole number from 1 to"
                        + " 1000.",
                "max_sessions             | 99999999999    | Sessions: maximum per user: enter a whole number from 1 to"
                        + " 1000.",
                "max_sessions             | many           | Sessions: maximum per user: enter a whole number from 1 to"
                        + " 1000.",
                "signup_enabled           | ja             | Sign-up: open: choose one of true, false.",
                "status                   | on             | App: status: choose one of active, suspended, archived.",
                "signup_default_role      | offline_access | Sign-up: role of a new user: enter the name of one of the"
                        + " app's roles, such as member.",
                "allowed_redirect_origins | https://a.b/c  | Sign-in: allowed redirect origins: enter items separated"
                        + " by commas, each of the form that the help text shows."
            })
    void givenAValueThatIsNone_whenSaving_thenRefusedWithAMessageAndNothingChanges(
            String toggle, String value, String message) {
        create(Map.of("enabled", "true", toggle, value)).then().statusCode(400).body("errorMessage", equalTo(message));

        assertThat(tabs()).isEmpty();
        assertThat(attributes()).doesNotContainKey("heimdall." + toggle);
    }

    @Test
    void givenTheTab_whenAPipelineChangesAnAttribute_thenTheTabShowsIt() {
        create(Map.of("enabled", "true")).then().statusCode(201);

        app.set("heimdall.max_sessions", "3");

        assertThat(shown("max_sessions")).isEqualTo("3");
        assertThat(attributes()).containsEntry("heimdall.max_sessions", "3");
    }

    @Test
    void givenAValueThatTheTabWouldNotTake_whenSavingAnotherField_thenSaved() {
        create(Map.of("enabled", "true")).then().statusCode(201);
        app.set("heimdall.signup_allowed_email_domains", "intranet,*.example");
        app.set("heimdall.signup_default_role", "no-such-role");

        update(Map.of("max_sessions", "3")).then().statusCode(204);

        assertThat(attributes())
                .containsEntry("heimdall.max_sessions", "3")
                .containsEntry("heimdall.signup_allowed_email_domains", "intranet,*.example");
        update(Map.of("signup_allowed_email_domains", "*.example")).then().statusCode(400);
    }

    @Test
    void givenARoleInAnotherSpelling_whenSaving_thenItsName() {
        create(Map.of("enabled", "true", "signup_default_role", "Admin")).then().statusCode(201);

        assertThat(attributes()).containsEntry("heimdall.signup_default_role", "admin");
    }

    @Test
    void givenTheTab_whenAPipelineSetsAMisspeltValue_thenTheTabShowsWhatHolds() {
        create(Map.of("enabled", "true")).then().statusCode(201);

        app.set("heimdall.signup_enabled", "ture");

        assertThat(shown("signup_enabled")).isEqualTo("false");
    }

    @Test
    void givenARealmThatTheConsoleLoadedBefore_whenItSavesAnotherTab_thenTheTogglesStay() {
        Map<String, Object> stale = new HashMap<>(app.realm().read());
        create(Map.of("enabled", "true", "signup_enabled", "false", "max_sessions", "7"))
                .then()
                .statusCode(201);

        stale.put("displayName", "Saved in General");
        for (String endpoint : List.of("", "/ui-ext")) {
            console.request(Method.PUT, "/admin/realms/" + app.slug() + endpoint, stale)
                    .then()
                    .statusCode(204);
        }

        assertThat(app.realm().read()).containsEntry("displayName", "Saved in General");
        assertThat(attributes())
                .containsEntry("heimdall.signup_enabled", "false")
                .containsEntry("heimdall.max_sessions", "7");
        assertThat(shown("signup_enabled")).isEqualTo("false");
        app.api().signup(TestUser.ada()).statusCode(403);
    }

    @Test
    void givenARealmThatTheConsoleLoadedBefore_whenAPipelineChangedIt_thenTheTogglesStay() {
        create(Map.of("enabled", "true")).then().statusCode(201);
        Map<String, Object> stale = new HashMap<>(app.realm().read());
        app.set("heimdall.signup_enabled", "false");

        console.request(Method.PUT, "/admin/realms/" + app.slug(), stale).then().statusCode(204);

        assertThat(attributes()).containsEntry("heimdall.signup_enabled", "false");
        app.api().signup(TestUser.ada()).statusCode(403);
    }

    @Test
    void givenAnAppThatLacksSomething_whenLookingAtTheTab_thenItsFirstLineSaysWhatAndASaveDoesNotChangeThat() {
        create(Map.of("enabled", "true")).then().statusCode(201);
        assertThat(shown("health")).isEqualTo("ok");
        app.set("heimdall.signup_default_role", "nobody");
        assertThat(shown("health")).contains("'nobody'", "heimdall.signup_default_role");

        update(Map.of("signup_default_role", "", "health", "All is well"))
                .then()
                .statusCode(204);

        assertThat(shown("health")).isEqualTo("ok");
    }

    @Test
    void givenAClientOfAnother_whenTurningItOnInTheTab_thenRefused() {
        app.set("heimdall.enabled", "false");
        app.realm()
                .call(
                        Method.DELETE,
                        "/clients/" + app.realm().client("heimdall").get("id"),
                        null);
        app.realm().call(Method.POST, "/clients", Map.of("clientId", "heimdall"));

        create(Map.of("enabled", "true"))
                .then()
                .statusCode(400)
                .body(
                        "errorMessage",
                        equalTo("This realm has a client heimdall that is not the Heimdall API's. Give it another"
                                + " client ID, or set its attribute heimdall.client to true to hand it over."));
    }

    @Test
    void givenNoComponent_whenManySaveAtOnce_thenThereIsOne() {
        List<Integer> statuses =
                AtOnce.run(AT_ONCE, i -> create(Map.of("enabled", "true")).statusCode());

        assertThat(statuses).contains(201).allMatch(status -> status < 500);
        assertThat(tabs()).hasSize(1);
    }

    @Test
    void givenAComponentWithAnotherId_whenCreated_thenStillOne() {
        create(Map.of("enabled", "true")).then().statusCode(201);

        create(Map.of("enabled", "true", "signup_enabled", "false")).then().statusCode(400);

        assertThat(tabs()).hasSize(1);
        app.api().signup(TestUser.ada()).statusCode(200);
    }

    private Response create(Map<String, String> values) {
        return save(Method.POST, "/admin/realms/" + app.slug() + "/components", values);
    }

    private Response update(Map<String, String> values) {
        String id = (String) tabs().get(0).get("id");
        return save(Method.PUT, "/admin/realms/" + app.slug() + "/components/" + id, values);
    }

    private Response save(Method method, String path, Map<String, String> values) {
        Map<String, List<String>> config = new HashMap<>();
        values.forEach((toggle, value) -> config.put(toggle, List.of(value)));
        return console.request(method, path, Map.of("providerType", TYPE, "providerId", "heimdall", "config", config));
    }

    private List<Map<String, Object>> tabs() {
        return app.realm().list("/components?type=" + TYPE);
    }

    private String shown(String toggle) {
        Map<?, ?> config = (Map<?, ?>) tabs().get(0).get("config");
        return (String) ((List<?>) config.get(toggle)).get(0);
    }

    private Map<String, String> attributes() {
        return app.realm().call(Method.GET, "", null).jsonPath().getMap("attributes");
    }

    private static void allowPasswords(boolean allowed) {
        Map<String, Object> client =
                new HashMap<>(server.admin().realm("master").client(KeycloakAdmin.CONSOLE));
        client.put("directAccessGrantsEnabled", allowed);
        server.admin().realm("master").call(Method.PUT, "/clients/" + client.get("id"), client);
    }
}
