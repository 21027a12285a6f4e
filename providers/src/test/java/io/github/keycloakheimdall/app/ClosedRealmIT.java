/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm that has users and lets nobody register stays closed when it becomes an app. */
@ExtendWith(KeycloakExtension.class)
@OnOneDatabase
class ClosedRealmIT {

    private static final String ATTRIBUTE = "heimdall.signup_enabled";
    private static final Map<String, Object> GRACE = Map.of("username", "grace", "enabled", true);

    private final String slug = "c-" + UUID.randomUUID().toString().substring(0, 8);
    private final KeycloakAdmin admin;
    private final HeimdallApi api;

    ClosedRealmIT(RunningKeycloak server) {
        this.admin = KeycloakAdmin.of(server);
        this.api = HeimdallApi.of(server.baseUri(), slug);
    }

    @AfterEach
    void deleteRealm() {
        realm().delete();
    }

    @Test
    void givenAClosedRealmWithUsers_whenOptingIn_thenSignupStaysOffAndTheAttributeSaysSo() {
        create(Map.of("users", List.of(GRACE)));

        optIn();

        assertClosed();
    }

    @Test
    void givenAClosedRealmWithUsers_whenItIsImportedAsAnApp_thenSignupIsOff() {
        create(Map.of("users", List.of(GRACE), "attributes", Map.of("heimdall.enabled", "true")));

        assertClosed();
    }

    @Test
    void givenAClosedRealmWithUsersThatHandsOverAClient_whenOptingIn_thenSignupIsOff() {
        Map<String, Object> client = Map.of("clientId", "heimdall", "attributes", Map.of("heimdall.client", "true"));
        create(Map.of("users", List.of(GRACE), "clients", List.of(client)));

        optIn();

        assertClosed();
    }

    @Test
    void givenAClosedRealmThatReadsADirectory_whenOptingIn_thenSignupIsOff() {
        create(Map.of());
        realm().call(
                        Method.POST,
                        "/components",
                        Map.of(
                                "name",
                                "directory",
                                "providerId",
                                "ldap",
                                "providerType",
                                "org.keycloak.storage.UserStorageProvider",
                                "config",
                                directory()));

        optIn();

        assertClosed();
    }

    @Test
    void givenAClosedRealmWithUsers_whenItSaysThatSignupIsOn_thenItIs() {
        create(Map.of("users", List.of(GRACE)));

        realm().setAttributes(Map.of("heimdall.enabled", "true", ATTRIBUTE, "true"));

        api.signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenAClosedApp_whenTheAttributeIsTakenAway_thenItStaysClosedUntilTheRealmSaysOtherwise() {
        create(Map.of("users", List.of(GRACE)));
        optIn();
        assertClosed();

        unset(ATTRIBUTE);

        api.signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
        realm().setAttributes(Map.of(ATTRIBUTE, "true"));
        api.signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenAClosedApp_whenTheWholeRealmIsWrittenWithoutTheAttribute_thenItStaysClosed() {
        create(Map.of("users", List.of(GRACE)));
        optIn();

        realm().update(Map.of("registrationAllowed", false, "attributes", Map.of("heimdall.enabled", "true")));

        api.signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
    }

    @Test
    void givenAnApp_whenItsRealmLetsNobodyRegisterAnyMore_thenSignupIsOff() {
        create(Map.of("users", List.of(GRACE), "registrationAllowed", true));
        optIn();
        api.signup(TestUser.ada()).statusCode(200);

        realm().update(Map.of("registrationAllowed", false));

        assertClosed();
    }

    @Test
    void givenAClosedRealmWithUsers_whenTheAttributeIsBlank_thenItSaysNothing() {
        create(Map.of("users", List.of(GRACE)));

        realm().setAttributes(Map.of("heimdall.enabled", "true", ATTRIBUTE, " "));

        assertClosed();
    }

    @Test
    void givenARealmThatLetsStrangersRegister_whenOptingIn_thenTheGuidesDefault() {
        create(Map.of("users", List.of(GRACE), "registrationAllowed", true));

        optIn();

        api.signup(TestUser.ada()).statusCode(200);
        assertThat(attributes()).doesNotContainKey(ATTRIBUTE);
    }

    @Test
    void givenAnEmptyRealm_whenOptingIn_thenTheGuidesDefault() {
        create(Map.of());

        optIn();

        api.signup(TestUser.ada()).statusCode(200);
        realm().update(Map.of("displayName", "Saved again"));
        api.signup(TestUser.ada()).statusCode(200);
        assertThat(attributes()).doesNotContainKey(ATTRIBUTE);
    }

    @Test
    void givenAnAppThatOptedOut_whenItOptsInAgainWithUsers_thenSignupIsOff() {
        create(Map.of());
        optIn();
        api.signup(TestUser.ada()).statusCode(200);
        realm().setAttributes(Map.of("heimdall.enabled", "false"));

        optIn();

        assertClosed();
    }

    private void create(Map<String, Object> more) {
        Map<String, Object> json = new HashMap<>(Map.of("realm", slug, "enabled", true, "registrationAllowed", false));
        json.putAll(more);
        admin.createRealm(slug, json);
    }

    private void optIn() {
        realm().setAttributes(Map.of("heimdall.enabled", "true"));
    }

    private void unset(String attribute) {
        Map<String, String> none = new HashMap<>();
        none.put(attribute, null);
        realm().setAttributes(none);
    }

    private void assertClosed() {
        api.signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
        assertThat(attributes()).containsEntry(ATTRIBUTE, "false");
    }

    private Map<String, Object> attributes() {
        return realm().call(Method.GET, "", null).jsonPath().getMap("attributes");
    }

    private RealmAdmin realm() {
        return admin.realm(slug);
    }

    private static Map<String, List<String>> directory() {
        return Map.ofEntries(
                Map.entry("enabled", List.of("true")),
                Map.entry("vendor", List.of("other")),
                Map.entry("connectionUrl", List.of("ldap://127.0.0.1:1")),
                Map.entry("editMode", List.of("READ_ONLY")),
                Map.entry("usersDn", List.of("ou=people,dc=example")),
                Map.entry("authType", List.of("none")),
                Map.entry("usernameLDAPAttribute", List.of("uid")),
                Map.entry("rdnLDAPAttribute", List.of("uid")),
                Map.entry("uuidLDAPAttribute", List.of("entryUUID")),
                Map.entry("userObjectClasses", List.of("person")),
                Map.entry("importEnabled", List.of("true")));
    }
}
