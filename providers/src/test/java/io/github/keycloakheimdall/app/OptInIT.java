/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a realm becomes an app, and that no other realm is one. */
@ExtendWith(KeycloakExtension.class)
class OptInIT {

    private static final String NOT_FOUND = "{\"statusCode\":404,\"message\":\"Not Found\"}";

    private final String slug = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final RunningKeycloak server;
    private final KeycloakAdmin admin;
    private final HeimdallApi api;

    OptInIT(RunningKeycloak server) {
        this.server = server;
        this.admin = KeycloakAdmin.of(server);
        this.api = HeimdallApi.of(server.baseUri(), slug);
    }

    @BeforeEach
    void anOrdinaryRealm() {
        admin.createRealm(slug, Map.of("realm", slug, "enabled", true));
    }

    @AfterEach
    void deleteRealm() {
        realm().delete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/signup", "/auth/signin", "/auth/refresh", "/auth/logout"})
    void givenARealmThatDidNotOptIn_whenPosting_thenNotFound(String path) {
        api.request(Method.POST, path, TestUser.ada().signup(), Map.of())
                .then()
                .statusCode(404)
                .body(equalTo(NOT_FOUND));
    }

    @Test
    void givenARealmThatDidNotOptIn_whenAskingForItsKeys_thenNotFoundAndNothingIsSeeded() {
        api.jwks().statusCode(404).body(equalTo(NOT_FOUND));

        assertThat(realm().client("heimdall")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "no-such-realm"})
    void givenNoApp_whenSigningUp_thenNotFoundInTheSameBytes(String name) {
        HeimdallApi.of(server.baseUri(), name)
                .signup(TestUser.ada())
                .statusCode(404)
                .body(equalTo(NOT_FOUND));
        HeimdallApi.underRealms(server.baseUri(), name)
                .signup(TestUser.ada())
                .statusCode(404)
                .body(equalTo(NOT_FOUND));
    }

    @Test
    void givenMasterWithTheAttribute_whenSigningUp_thenNotFoundStill() {
        admin.realm("master").setAttributes(Map.of("heimdall.enabled", "true"));
        try {
            HeimdallApi.of(server.baseUri(), "master").signup(TestUser.ada()).statusCode(404);
        } finally {
            Map<String, String> none = new HashMap<>();
            none.put("heimdall.enabled", null);
            admin.realm("master").setAttributes(none);
        }
    }

    @Test
    void givenAnExistingRealm_whenOptingIn_thenItIsSeededBeforeAnyRequest() {
        optIn();

        assertThat(realm().clientRoles("heimdall")).hasSize(16);
        assertThat(permissionsOf("owner")).hasSize(16);
        assertThat(permissionsOf("admin"))
                .containsExactlyInAnyOrder(
                        "user.read", "user.list", "user.update", "role.read", "role.assign", "role.revoke");
        assertThat(permissionsOf("member")).containsExactlyInAnyOrder("user.read", "role.read");
        assertThat(realm().call(Method.GET, "/users/profile", null).asString())
                .contains("displayName", "emailVerifiedAt");
        api.signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenAnExistingRealm_whenOptingIn_thenBrowserSessionsKeepTheirLimits() {
        Map<String, Object> before = realm().read();

        optIn();

        assertThat(realm().read())
                .containsEntry("ssoSessionIdleTimeout", before.get("ssoSessionIdleTimeout"))
                .containsEntry("ssoSessionMaxLifespan", before.get("ssoSessionMaxLifespan"))
                .containsEntry("ssoSessionMaxLifespanRememberMe", 2592000)
                .containsEntry("rememberMe", true);
    }

    @Test
    void givenARealmThatKeepsItsEventsForEver_whenOptingIn_thenItGoesOn() {
        realm().update(Map.of("eventsEnabled", true, "adminEventsEnabled", true));

        optIn();

        assertThat(realm().read().getOrDefault("eventsExpiration", 0)).isEqualTo(0);
        assertThat(attributes()).doesNotContainKey("adminEventsExpiration");
    }

    @Test
    void givenARealmThatSavesNoEvents_whenOptingIn_thenTheyAreKeptForAWhile() {
        optIn();

        assertThat(realm().read()).containsEntry("eventsEnabled", true).containsEntry("eventsExpiration", 7776000);
        assertThat(attributes()).containsEntry("adminEventsExpiration", "7776000");
    }

    @Test
    void givenAForeignRoleCalledAdmin_whenOptingIn_thenItsHoldersGainNothing() {
        realm().call(Method.POST, "/roles", Map.of("name", "admin"));

        optIn();

        assertThat(permissionsOf("admin")).isEmpty();
        assertThat(permissionsOf("owner")).hasSize(16);
    }

    @Test
    void givenAPermissionTakenFromARole_whenTheRealmIsSavedAgain_thenItStaysTaken() {
        optIn();
        Map<String, Object> permission = realm().composites("admin").stream()
                .filter(role -> role.get("name").equals("user.update"))
                .findFirst()
                .orElseThrow();
        realm().removeComposites("admin", List.of(permission));

        realm().update(Map.of("displayName", "Saved again"));

        assertThat(permissionsOf("admin")).doesNotContain("user.update");
    }

    @Test
    void givenAPermissionAddedInTheConsole_whenTheRealmIsSavedAgain_thenOwnerHoldsIt() {
        optIn();
        realm().call(
                        Method.POST,
                        "/clients/" + realm().client("heimdall").get("id") + "/roles",
                        Map.of("name", "billing.read"));

        realm().update(Map.of("displayName", "Saved again"));

        assertThat(permissionsOf("owner")).contains("billing.read");
    }

    @Test
    void givenAnApp_whenOptingOut_thenNotFoundAgain() {
        optIn();
        realm().setAttributes(Map.of("heimdall.enabled", "false"));

        api.signup(TestUser.ada()).statusCode(404);
    }

    private void optIn() {
        realm().setAttributes(Map.of("heimdall.enabled", "true"));
    }

    private List<Object> permissionsOf(String role) {
        return realm().composites(role).stream().map(each -> each.get("name")).toList();
    }

    private Map<String, Object> attributes() {
        return realm().call(Method.GET, "", null).jsonPath().getMap("attributes");
    }

    private RealmAdmin realm() {
        return admin.realm(slug);
    }
}
