/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The realm templates, as the console of a running server takes them. */
@ExtendWith(KeycloakExtension.class)
class TemplatesIT {

    private final String name = "own-" + UUID.randomUUID().toString().substring(0, 8);
    private final RunningKeycloak server;
    private final KeycloakAdmin admin;

    TemplatesIT(RunningKeycloak server) {
        this.server = server;
        this.admin = KeycloakAdmin.of(server);
    }

    @AfterEach
    void deleteRealm() {
        admin.realm(name).delete();
    }

    @ParameterizedTest
    @EnumSource
    void givenATemplateAndANameOfOnesOwn_whenCreatingTheRealm_thenTheAppWorks(Template template) {
        admin.createRealm(name, template.named(name));

        template.works(server, name);
    }

    @ParameterizedTest
    @EnumSource
    void givenAnExistingRealm_whenImportingATemplateIntoItAndSettingItsAttributes_thenItIsAnApp(Template template) {
        RealmAdmin realm = admin.createRealm(name, Map.of("realm", name, "enabled", true, "displayName", "Before"));
        Map<String, Object> json = template.named(name);

        assertThat(partialImport(realm, json)).isEqualTo(3);
        realm.setAttributes(attributes(json));

        assertThat(realm.clientRoles("heimdall")).hasSize(16);
        assertThat(realm.composites("owner")).hasSize(16);
        assertThat(realm.read()).containsEntry("displayName", "Before").containsEntry("rememberMe", true);
    }

    @ParameterizedTest
    @EnumSource
    void givenAnApp_whenImportingATemplateIntoIt_thenItsRolesKeepTheirPermissions(Template template) {
        RealmAdmin realm = admin.createRealm(name, template.named(name));

        assertThat(partialImport(realm, template.named(name))).isZero();

        template.works(server, name);
        assertThat(realm.composites("admin")).hasSize(6);
    }

    /** Gives back how many roles were added; those that exist are skipped, as the console offers. */
    private static int partialImport(RealmAdmin realm, Map<String, Object> json) {
        Map<String, Object> body = Map.of("ifResourceExists", "SKIP", "roles", json.get("roles"));
        return realm.call(Method.POST, "/partialImport", body).jsonPath().getInt("added");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> attributes(Map<String, Object> json) {
        return (Map<String, String>) json.get("attributes");
    }
}
