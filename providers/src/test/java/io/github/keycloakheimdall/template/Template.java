/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;

/** The files of {@code realm-templates/}, and what an app made from each of them does. */
public enum Template {
    ACME {
        @Override
        void behaves(HeimdallApi api, RealmAdmin realm) {
            api.me(api.signedUp(TestUser.ada()).access()).statusCode(200).body("role", equalTo("member"));
        }
    },
    INVITE_ONLY {
        @Override
        void behaves(HeimdallApi api, RealmAdmin realm) {
            api.signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
        }
    },
    STRICT {
        private static final String STRONG = "Correct-Horse-8-Staple";

        @Override
        void behaves(HeimdallApi api, RealmAdmin realm) {
            api.signup(TestUser.ada()).statusCode(400).body("errors.field", hasItem("password"));
            api.signup(TestUser.ada().withPassword(STRONG))
                    .statusCode(403)
                    .body("actions", equalTo(List.of("VERIFY_EMAIL")));
            assertThat(realm.read()).containsEntry("verifyEmail", true);
            assertThat(realm.read().get("attributes"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("heimdall.enforce_app_permissions", "true")
                    .containsEntry("heimdall.sensitive_max_age_seconds", "900");
        }
    };

    private static final int SYSTEM_PERMISSIONS = 16;

    /** What the template promises beyond being an app. */
    abstract void behaves(HeimdallApi api, RealmAdmin realm);

    /** The file's content, under another name. */
    public Map<String, Object> named(String realm) {
        Map<String, Object> json = new HashMap<>(
                new JsonPath(Template.class.getResourceAsStream("/realm-templates/" + fileName())).getMap("$"));
        json.put("realm", realm);
        return json;
    }

    /** Checks that the realm is a whole app and does what the template promises. */
    void works(RunningKeycloak server, String realm) {
        RealmAdmin admin = KeycloakAdmin.of(server).realm(realm);
        behaves(HeimdallApi.of(server.baseUri(), realm), admin);
        assertThat(admin.clientRoles("heimdall")).hasSize(SYSTEM_PERMISSIONS);
        assertThat(admin.composites("owner")).hasSize(SYSTEM_PERMISSIONS);
        assertThat(admin.composites("member"))
                .extracting(role -> role.get("name"))
                .containsExactlyInAnyOrderElementsOf(List.of("user.read", "role.read"));
        // Without a display name of the file's, mails and authenticators call the app by its own slug.
        assertThat(admin.read()).containsEntry("rememberMe", true).doesNotContainKey("displayName");
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }
}
