/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.PostgresDatabase;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row of a webhook, which admins and deliveries write at once. */
@LooksIntoTheServer
class WebhookRowIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final PostgresDatabase database;

    WebhookRowIT(ServerOnPostgres server) {
        this.database = server.database();
    }

    @Test
    void givenADeliveryThatDisablesTheWebhook_whenItsSecretIsRotatedMeanwhile_thenItStaysDisabled()
            throws SQLException {
        try (Receiver receiver = new Receiver()) {
            Hook hook = new Hook(app);
            hook.tell(receiver.url(), "user.signup");
            try (Connection delivery = database.connect();
                    Statement statement = delivery.createStatement()) {
                delivery.setAutoCommit(false);
                statement.execute("update heimdall_webhook set disabled_at = 1 where realm_id = '"
                        + app.realm().read().get("id") + "'");
                CompletableFuture<Integer> rotation = CompletableFuture.supplyAsync(
                        () -> hook.call(Method.POST, "/rotate-secret").extract().statusCode());
                await().until(this::someoneWaits);
                delivery.commit();

                assertThat(rotation.join()).isEqualTo(200);
            }

            assertThat(hook.read().getString("disabled_at")).isNotNull();
        }
    }

    private boolean someoneWaits() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and lower(query) like '%heimdall_webhook%'")) {
            return result.next();
        }
    }
}
