/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.http.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server as it comes sends nothing to where only it may reach, whatever a name leads to later. On a server of its
 * own.
 */
@Tag("own-server")
class WebhookTargetsIT {

    private static final Path HOSTS = hosts();

    @RegisterExtension
    static final OwnServer own = OwnServer.named(
            "webhook-targets", builder -> builder.option("--spi-realm-restapi-extension--v1--private-targets=false")
                    .javaOption("-Djdk.net.hosts.file=" + HOSTS.toAbsolutePath(), "-Dsun.net.inetaddr.ttl=0"));

    private static App app;
    private static Hook hook;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
        hook = new Hook(app);
    }

    @Test
    void givenANameThatLeadsToThisMachineLater_thenNothingIsSent() throws Exception {
        try (TlsReceiver receiver = new TlsReceiver()) {
            String port = receiver.url().replaceAll(".*:([0-9]+)/.*", "$1");
            names("93.184.215.14 hooks.heimdall-test.com\n127.0.0.1 inside.heimdall-test.com\n");
            hook.put("https://inside.heimdall-test.com:" + port + "/", List.of("user.signup"))
                    .statusCode(400)
                    .body("errors.field", contains("url"));
            hook.put("https://nowhere.heimdall-test.com/", List.of("user.signup"))
                    .statusCode(400);
            hook.put(receiver.url(), List.of("user.signup")).statusCode(400);
            hook.put("http://hooks.heimdall-test.com/", List.of("user.signup")).statusCode(400);
            hook.tell("https://hooks.heimdall-test.com:" + port + "/", "user.signup");
            app.platform()
                    .as(Method.PUT, "/audit-sink", java.util.Map.of("url", receiver.url()))
                    .statusCode(400);

            names("127.0.0.1 hooks.heimdall-test.com\n");
            app.api().signedUp(TestUser.ada());

            await().atMost(Duration.ofSeconds(20)).until(() -> !hook.attempts().isEmpty());
            assertThat((String) hook.attempts().get(0).get("error_message")).contains("public address");
            assertThat(receiver.requests()).isZero();
        }
    }

    private static Path hosts() {
        try {
            Path file = Files.createTempFile("heimdall", ".hosts");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void names(String lines) throws IOException {
        Files.writeString(HOSTS, lines);
    }
}
