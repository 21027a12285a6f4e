/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import io.github.keycloakheimdall.demo.DemoData;
import java.nio.file.Path;
import java.util.Map;

/** What {@code mvn -Prun} starts: Keycloak on H2 in the foreground, with the app acme and some users in it. */
public final class DevServer {

    private static final int ENDED_BY_SIGINT = 130;
    private static final int ENDED_BY_SIGTERM = 143;

    private DevServer() {}

    /**
     * Starts the server with Keycloak's variables ({@code KC_*}) of this environment, prints how to begin, and returns
     * when the server has ended. Exits at once, with 1 and one line, where somebody has the port.
     *
     * @throws IllegalStateException if the server does not start, or fails later
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        int port = port(System.getProperty("heimdall.dev.port"), System.getenv());
        if (!FreePorts.isFree(port)) {
            System.err.println("Port " + port + " is in use. -Dport=<another> takes another one.");
            System.exit(1);
        }
        KeycloakServerBuilder builder = KeycloakServer.builder()
                .name("keycloak-" + TestSettings.keycloakVersion())
                .keepFolder()
                .host(System.getProperty("heimdall.dev.host"))
                .port(port)
                .importRealm(Path.of(System.getProperty("heimdall.dev.realm")))
                .logToTerminal();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("KC_")) {
                builder.variable(name, value);
            }
        });
        KeycloakServer server = builder.build();
        server.start();
        if (DemoData.fill(server, "acme")) {
            DemoData.showPages(server);
        }
        System.out.println(welcome(server));
        int code = server.awaitEnd();
        if (code != 0 && code != ENDED_BY_SIGINT && code != ENDED_BY_SIGTERM) {
            throw new IllegalStateException("Keycloak ended with code " + code);
        }
    }

    /** The one of the command line, that of Keycloak's own variable, or Keycloak's default. */
    static int port(String given, Map<String, String> variables) {
        return Integer.parseInt(given.isEmpty() ? variables.getOrDefault("KC_HTTP_PORT", "8080") : given);
    }

    private static String welcome(KeycloakServer server) {
        return """

                Heimdall is ready. The first call of the guide:

                  curl %1$s/acme/v1/auth/signup \\
                    -H 'content-type: application/json' \\
                    -d '{
                      "email": "ada@example.com",
                      "username": "ada",
                      "password": "CorrectHorseBatteryStaple",
                      "display_name": "Ada Lovelace"
                    }'

                Admin console: %1$s/admin/master/console/#/acme
                Development login: %2$s / %3$s
                Management: %5$s (with KC_METRICS_ENABLED=true /metrics, with KC_HEALTH_ENABLED=true /health)
                Users: grace (owner), alan (admin), edith (editor), tim (suspended), with the password of the call
                Data: %4$s (mvn clean deletes it)
                Ctrl-C stops the server.
                """.formatted(
                        server.baseUri(),
                        server.adminUsername(),
                        server.adminPassword(),
                        server.home(),
                        server.managementUri());
    }
}
