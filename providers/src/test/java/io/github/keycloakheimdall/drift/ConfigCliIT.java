/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app whose realm a file of keycloak-config-cli says everything about, but the app. */
@OnOneDatabase
class ConfigCliIT {

    private static final Map<String, ?> SETTINGS =
            Map.of("enabled", true, "rememberMe", false, "attributes", Map.of("team", "payments"));
    private static final Map<String, ?> NAMING_SOME = Map.of("attributes", Map.of("heimdall.enabled", "true"));
    private static final List<String> CLIENTS = List.of("shop");
    private static final List<String> ROLES = List.of("buyer");
    private static final Map<String, List<String>> CLIENT_ROLES = Map.of("shop", List.of("reader"));

    @RegisterExtension
    static final App server = App.fresh();

    private final TestUser ada = TestUser.ada();
    private App app;
    private Tokens before;

    @BeforeEach
    void anApp() {
        app = App.fresh().with("heimdall.max_sessions", "70").createOn(server.server());
        before = app.api().signedUp(ada);
        app.realm().giveRole(before.userId(), "owner");
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenAToolThatRemembersWhatItMade_whenItRunsAgainAndAgain_thenTheAppIsAsItWas() {
        app.api().me(before.access()).statusCode(200);
        ConfigCli tool = ConfigCli.of(app.realm());

        tool.run(SETTINGS, CLIENTS, ROLES, CLIENT_ROLES);
        tool.run(SETTINGS, List.of("shop", "till"), List.of("seller"), CLIENT_ROLES);
        tool.run(SETTINGS, CLIENTS, ROLES, CLIENT_ROLES);

        app.api().me(before.access()).statusCode(200).body("role", equalTo("owner"));
        app.api().refresh(before.refresh()).statusCode(200);
        assertThat(attributes()).containsEntry("team", "payments").containsEntry("heimdall.max_sessions", "70");
        app.platform().as(Method.GET, "/health", null).statusCode(200).body("data", empty());
    }

    @Test
    void givenAFileThatNamesSomeToggles_whenAToolThatRemembersRan_thenTheOthersAreThere() {
        ConfigCli.of(app.realm()).run(NAMING_SOME, CLIENTS, ROLES, CLIENT_ROLES);

        assertThat(attributes()).containsEntry("heimdall.enabled", "true").containsEntry("heimdall.max_sessions", "70");
    }

    @Test
    void givenAFileThatNamesSomeToggles_whenAToolThatDoesNotRememberRan_thenTheDefaultsOfTheOthersHold() {
        ConfigCli.withoutState(app.realm()).run(NAMING_SOME, CLIENTS, List.of("buyer", "admin"), CLIENT_ROLES);

        assertThat(attributes()).containsEntry("heimdall.enabled", "true").doesNotContainKey("heimdall.max_sessions");
    }

    @Test
    void givenAToolThatTakesAwayAllItDoesNotKnow_whenItRan_thenTheAppIsMadeAnewAndWhatIsLostIsTold() {
        ConfigCli tool = ConfigCli.withoutState(app.realm());
        // Keycloak lets nobody delete or change a role of that name, and the tool stops there; this goes on.
        List<String> roles = List.of("buyer", "admin");

        tool.run(SETTINGS, CLIENTS, roles, CLIENT_ROLES);
        tool.run(SETTINGS, CLIENTS, roles, CLIENT_ROLES);

        Tokens after = app.api().signedIn(ada);
        assertThat(after.userId()).isEqualTo(before.userId());
        app.api().me(after.access()).statusCode(200).body("role", equalTo("member"));
        app.api().permissions(after.access()).body("permissions", contains("role.read", "user.read"));
        app.platform().as(Method.GET, "/health", null).statusCode(200).body("data.code", contains("no_owner"));
        app.realm().giveRole(after.userId(), "admin");
        app.api().permissions(after.access()).body("permissions", hasItems("user.list", "user.update", "role.assign"));
        app.platform()
                .as(Method.PATCH, "/end-users/" + after.userId() + "/role", Map.of("role_name", "owner"))
                .statusCode(200);
        app.platform().as(Method.GET, "/health", null).statusCode(200).body("data", empty());
    }

    @Test
    void givenAPermissionThatAnAdminTookAway_whenTheToolTakesAwayAllPermissions_thenThatOneStaysAway() {
        app.realm().removeComposites("admin", List.of(app.realm().permission("user.update")));
        String client = (String) app.realm().client("heimdall").get("id");

        for (String permission : List.of("user.update", "user.list", "role.read")) {
            app.realm().call(Method.DELETE, "/clients/" + client + "/roles/" + permission, null);
        }

        assertThat(app.realm().composites("admin"))
                .extracting(held -> held.get("name"))
                .contains("user.list", "role.read")
                .doesNotContain("user.update");
        assertThat(app.realm().composites("owner")).hasSize(16);
    }

    @Test
    void givenAFileWithComponentsAndNoUserProfile_whenTheToolTakesTheProfileAway_thenOurAttributesAreDeclaredAgain() {
        app.api()
                .patchMe(before.access(), Map.of("display_name", "Ada the Great"))
                .statusCode(200);
        List<String> keys = app.realm().list("/components?type=org.keycloak.keys.KeyProvider").stream()
                .map(key -> (String) key.get("name"))
                .toList();

        ConfigCli.withoutState(app.realm()).components(keys);

        assertThat(app.realm().call(Method.GET, "/users/profile", null).asString())
                .contains("displayName", "emailVerifiedAt", "heimdall.status");
        app.realm().updateUser(before.userId(), Map.of("lastName", "Lovelace"));
        app.api().me(before.access()).statusCode(200).body("displayName", equalTo("Ada the Great"));
        app.api().refresh(before.refresh()).statusCode(200);
    }

    @Test
    void givenAFileWithAUserProfile_whenTheToolSwitchesItOff_thenOurAttributesAreDeclaredAgain() {
        app.realm().call(Method.PUT, "/users/profile", "null");

        assertThat(app.realm().call(Method.GET, "/users/profile", null).asString())
                .contains("displayName", "emailVerifiedAt", "heimdall.status");
    }

    private Map<String, Object> attributes() {
        return app.realm().call(Method.GET, "", null).jsonPath().getMap("attributes");
    }
}
