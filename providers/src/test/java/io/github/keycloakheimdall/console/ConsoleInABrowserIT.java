/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.node.NodeProject;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.github.keycloakheimdall.template.Template;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests of {@code src/test/browser} against a server that shows the tab and the pages. Their output goes to
 * {@code target/browser/output.log} and, if one fails, into the build's log; their screenshots go to
 * {@code target/screenshots}.
 */
@Tag("browser")
class ConsoleInABrowserIT {

    private static final Path TESTS = Path.of(System.getProperty("heimdall.browser.tests"));
    private static final String VIEWERS_PASSWORD = "secret-Password1";
    private static final Path OUTPUT = Path.of("target", "browser", "output.log");
    private static final Duration LIMIT = Duration.ofMinutes(45);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("heimdall.browser.screenshots"));

    @TempDir
    static Path folder;

    @Test
    void givenTheFeatureOfTheTab_whenAnAdminUsesTheConsole_thenAllBrowserTestsPass()
            throws IOException, InterruptedException {
        Path atStart = file("at-start");
        try (ServerOnPostgres own = ServerOnPostgres.prepare("browser", builder -> builder.shortLived()
                .buildOption("--features=declarative-ui")
                .importRealm(atStart))) {
            KeycloakServer server = own.server();
            file("offline");
            server.importOffline(folder.resolve("offline"));
            putThemeOf("heimdall", server);
            own.start();
            assertShown(server, "at-start");
            assertShown(server, "offline");
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
                new NodeProject(TESTS, OUTPUT).test(environment(server, app), LIMIT);
            }
        }
    }

    /** A template's file, in a folder of its own. */
    private static Path file(String realm) throws IOException {
        Path file = Files.createDirectories(folder.resolve(realm)).resolve(realm + "-realm.json");
        return Files.writeString(file, new ObjectMapper().writeValueAsString(Template.STRICT.named(realm)));
    }

    /** A theme as operators make one of another, with a style of its own. */
    private static void putThemeOf(String parent, KeycloakServer server) throws IOException {
        Path theme = server.home().resolve("themes/acme/admin");
        Files.createDirectories(theme.resolve("resources/css"));
        Files.writeString(theme.resolve("resources/css/acme.css"), "#page-sidebar { --acme: 'acme'; }\n");
        Files.writeString(theme.resolve("theme.properties"), "parent=" + parent + "\nstyles=css/acme.css\n");
    }

    /** The tab has what came with the template. */
    private static void assertShown(KeycloakServer server, String realm) {
        assertThat(KeycloakAdmin.of(server)
                        .realm(realm)
                        .list("/components?type=org.keycloak.services.ui.extend.UiTabProvider"))
                .singleElement()
                .extracting("config", InstanceOfAssertFactories.MAP)
                .containsEntry("enabled", List.of("true"))
                .containsEntry("password_min_length", List.of("12"))
                .containsEntry("signup_enabled", List.of("true"));
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

    private static Map<String, String> environment(KeycloakServer server, App app) {
        return Map.of(
                "HEIMDALL_SERVER", server.baseUri().toString(),
                "HEIMDALL_REALM", app.slug(),
                "HEIMDALL_ADMIN_USERNAME", server.adminUsername(),
                "HEIMDALL_ADMIN_PASSWORD", server.adminPassword(),
                "HEIMDALL_VIEWER_PASSWORD", VIEWERS_PASSWORD,
                "HEIMDALL_SCREENSHOTS", SCREENSHOTS.toString());
    }
}
