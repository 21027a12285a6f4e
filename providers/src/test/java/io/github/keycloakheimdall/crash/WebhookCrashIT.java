/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OwnServer;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was answered 200 is told, though the server was killed right behind it. On a server of its own. */
@Tag("own-server")
class WebhookCrashIT {

    @RegisterExtension
    static final OwnServer own = OwnServer.named("webhook-crash");

    private static App app;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
    }

    @Test
    void givenEventsThatWaitAndOneThatIsBeingSent_whenTheServerIsKilled_thenEachIsToldAfterItsStart()
            throws SQLException {
        try (Receiver receiver = new Receiver().replying(exchange -> hang())) {
            app.platform()
                    .as(Method.PUT, "/webhook", Map.of("url", receiver.url(), "event_types", List.of("user.signup")))
                    .statusCode(200);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                TestUser user = TestUser.ada();
                app.api().signedUp(user);
                names.add(user.username());
            }

            own.server().kill();
            receiver.replying(200);
            Set<String> before = ids(receiver);
            assertThat(rows()).as("one an event, none lost and none twice").isEqualTo(names.size());
            own.server().start();

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(names).allMatch(name -> receiver.deliveries().stream()
                            .skip(before.size())
                            .anyMatch(delivery -> delivery.body().contains(name))));
            // What was on its way when the server died comes again under its id.
            assertThat(ids(receiver)).hasSize(names.size()).containsAll(before);
        }
    }

    private static long rows() throws SQLException {
        try (Connection connection = own.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from heimdall_webhook_delivery")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Set<String> ids(Receiver receiver) {
        Set<String> ids = new HashSet<>();
        receiver.deliveries().forEach(delivery -> ids.add(delivery.headers().get("webhook-id")));
        return ids;
    }

    private static void hang() {
        try {
            Thread.sleep(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
