/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the tests of {@code src/test/browser} against a server that shows the tab and the pages. Their output goes to the terminal, their
 * screenshots to {@code target/screenshots}.
 */
@Tag("browser")
class ConsoleInABrowserIT {

    private static final Path TESTS = Path.of(System.getProperty("heimdall.browser.tests"));
    private static final String VIEWERS_PASSWORD = "secret-Password1";
    private static final Path SCREENSHOTS = Path.of(System.getProperty("heimdall.browser.screenshots"));

    @Test
    void givenTheFeatureOfTheTab_whenAnAdminUsesTheConsole_thenAllBrowserTestsPass()
            throws IOException, InterruptedException {
        try (KeycloakServer server = KeycloakServer.builder()
                .name("browser")
                .option("--features=declarative-ui")
                .build()) {
            server.start();
            KeycloakAdmin.of(server)
                    .realm("master")
                    .update(Map.of(
                            "internationalizationEnabled",
                            true,
                            "supportedLocales",
                            List.of("en", "de"),
                            "adminTheme",
                            "heimdall"));
            try (App app = App.fresh().withRealm("adminTheme", "heimdall").createOn(server)) {
                hireViewer(app.realm());
                assertThat(run(List.of("npm", "ci", "--no-audit", "--no-fund"), server, app))
                        .isZero();
                assertThat(run(List.of("npm", "test"), server, app)).isZero();
            }
        }
    }

    /** An admin of the app's own realm, who may look at the realm alone. */
    private static void hireViewer(RealmAdmin realm) {
        realm.call(
                Method.POST,
                "/users",
                Map.of(
                        "username",
                        "viewer",
                        "enabled",
                        true,
                        "email",
                        "viewer@example.com",
                        "firstName",
                        "Vera",
                        "lastName",
                        "Viewer",
                        "credentials",
                        List.of(Map.of("type", "password", "value", VIEWERS_PASSWORD))));
        List<Map<String, Object>> role = realm.clientRoles("realm-management").stream()
                .filter(candidate -> candidate.get("name").equals("view-realm"))
                .toList();
        realm.call(
                Method.POST,
                "/users/" + realm.user("viewer").get("id") + "/role-mappings/clients/"
                        + realm.client("realm-management").get("id"),
                role);
    }

    private static int run(List<String> command, KeycloakServer server, App app)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(TESTS.toFile()).inheritIO();
        builder.environment().put("HEIMDALL_SERVER", server.baseUri().toString());
        builder.environment().put("HEIMDALL_REALM", app.slug());
        builder.environment().put("HEIMDALL_ADMIN_USERNAME", server.adminUsername());
        builder.environment().put("HEIMDALL_ADMIN_PASSWORD", server.adminPassword());
        builder.environment().put("HEIMDALL_VIEWER_PASSWORD", VIEWERS_PASSWORD);
        builder.environment().put("HEIMDALL_SCREENSHOTS", SCREENSHOTS.toString());
        return builder.start().waitFor();
    }
}
