/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.node.NodeProject;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.http.Method;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the tests of {@code src/test/browser-signin}: Chromium signs in with Apple, over HTTPS. */
@Tag("browser")
class SigninInABrowserIT {

    private static final Path TESTS =
            Path.of(System.getProperty("heimdall.browser.tests")).resolveSibling("browser-signin");
    private static final Path OUTPUT = Path.of("target", "browser", "signin.log");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final FakeApple APPLE = new FakeApple();
    private static final int HTTPS = freePort();

    @RegisterExtension
    static final OwnServer own = OwnServer.named(
            "signin-browser", server -> server.option(APPLE.options()).option(APPLE.https(HTTPS)));

    @AfterAll
    static void stop() {
        APPLE.close();
    }

    @Test
    void givenAppleInABrowser_whenSigningIn_thenAllBrowserTestsPass() throws IOException, InterruptedException {
        try (App app = App.fresh()
                .with("heimdall.allowed_redirect_origins", "https://app.example")
                .createOn(own.server())) {
            app.platform()
                    .as(Method.PUT, "/auth-config/providers/apple", Map.of("enabled", true, "config", APPLE.settings()))
                    .statusCode(200);
            new NodeProject(TESTS, OUTPUT)
                    .test(
                            Map.of(
                                    "HEIMDALL_SERVER",
                                    "https://localhost:" + HTTPS + '/' + app.slug() + "/v1",
                                    "HEIMDALL_API",
                                    own.server().baseUri() + "/" + app.slug() + "/v1",
                                    "HEIMDALL_OTHERS",
                                    APPLE.address()),
                            LIMIT);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
