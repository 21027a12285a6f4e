/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row of an app, which nodes, admins and the seeding write at once: each its own part of it. */
@LooksIntoTheServer
class AppRowIT {

    private static final long MARK = 5;

    @RegisterExtension
    static final App app = App.fresh();

    private final PostgresDatabase database;

    AppRowIT(ServerOnPostgres server) {
        this.database = server.database();
    }

    @Test
    void givenANodeThatWritesTheRow_whenAnAdminChangesTheAppMeanwhile_thenBothStay() throws SQLException {
        String row = " where realm_id = '" + app.realm().read().get("id") + "'";
        try (Connection node = database.connect();
                Statement statement = node.createStatement()) {
            node.setAutoCommit(false);
            statement.execute("update heimdall_app set leased_until = " + MARK + row);
            CompletableFuture<Integer> change = CompletableFuture.supplyAsync(() -> app.platform()
                    .as(Method.PATCH, "", Map.of("metadata", Map.of("plan", "gold")))
                    .extract()
                    .statusCode());
            await().until(() -> database.waiting("update heimdall_app%") == 1);
            node.commit();

            assertThat(change.join()).isEqualTo(200);
        }

        assertThat(number("select leased_until from heimdall_app" + row)).isEqualTo(MARK);
        assertThat(number("select count(*) from heimdall_app" + row + " and metadata like '%gold%'"))
                .isEqualTo(1);
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
