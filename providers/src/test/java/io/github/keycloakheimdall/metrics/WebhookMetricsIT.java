/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees of webhooks in Keycloak's own metrics. */
@LooksIntoTheServer
class WebhookMetricsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static final Duration SOON = Duration.ofSeconds(30);
    // They are counted once a minute.
    private static final Duration LATER = Duration.ofSeconds(90);

    private static URI management;

    @BeforeAll
    static void findMetrics(ServerOnPostgres server) {
        management = server.server().managementUri();
    }

    @Test
    void givenEventsThatAreTakenAndOneThatIsNot_whenReadingTheMetrics_thenEachIsCountedAndTheLastWaits() {
        try (Receiver receiver = new Receiver()) {
            app.platform()
                    .as(Method.PUT, "/webhook", Map.of("url", receiver.url(), "event_types", List.of("user.signup")))
                    .statusCode(200);
            double written = events("written");
            double delivered = events("delivered");
            double failed = events("failed");

            app.api().signedUp(TestUser.ada());
            app.api().signedUp(TestUser.ada());
            await().atMost(SOON).until(() -> events("delivered") >= delivered + 2);
            receiver.replying(500);
            app.api().signedUp(TestUser.ada());

            await().atMost(SOON).until(() -> events("failed") >= failed + 1);
            assertThat(events("written")).isGreaterThanOrEqualTo(written + 3);
            await().atMost(LATER).until(() -> metric("heimdall_webhook_waiting") >= 1);
            await().atMost(LATER).until(() -> metric("heimdall_webhook_oldest_seconds") > 0);
        }
    }

    private static double events(String outcome) {
        return metric("heimdall_webhook_events_total{outcome=\"" + outcome + "\"}");
    }

    private static double metric(String name) {
        return given().get(management + "/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
