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
import java.util.List;
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
                await().until(() -> database.waiting("%heimdall_webhook%") > 0);
                delivery.commit();

                assertThat(rotation.join()).isEqualTo(200);
            }

            assertThat(hook.read().getString("disabled_at")).isNotNull();
        }
    }

    /** As rows of a realm that is gone are nobody's, and no deletion comes for them any more. */
    @Test
    void givenARealmThatIsBeingDeleted_whenAWebhookIsSetMeanwhile_thenThereIsNone() throws SQLException {
        String realm = "'" + app.realm().read().get("id") + "'";
        new Hook(app).call(Method.DELETE, "").statusCode(204);
        try (Receiver receiver = new Receiver();
                Connection deletion = database.connect();
                Statement statement = deletion.createStatement()) {
            deletion.setAutoCommit(false);
            // What hangs on the realm is not the matter here, and stays.
            statement.execute("set session_replication_role = replica");
            statement.execute("create temporary table gone as select * from realm where id = " + realm);
            statement.execute("delete from realm where id = " + realm);
            CompletableFuture<Integer> setting = CompletableFuture.supplyAsync(() -> new Hook(app)
                    .put(receiver.url(), List.of("user.signup"))
                    .extract()
                    .statusCode());
            // PostgreSQL shows the beginning of a statement alone, which has columns of the realm.
            await().until(() -> database.waiting("%access_code_lifespan%") > 0);
            deletion.commit();
            try {
                assertThat(setting.join()).isEqualTo(404);
                try (ResultSet rows =
                        statement.executeQuery("select count(*) from heimdall_webhook where realm_id = " + realm)) {
                    rows.next();
                    assertThat(rows.getLong(1)).isZero();
                }
            } finally {
                statement.execute("insert into realm select * from gone");
                deletion.commit();
            }
        }
    }
}
