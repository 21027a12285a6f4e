/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tokens of a renamed realm cost, and its old name when its time is over; the database is changed for that. */
@LooksIntoTheServer
final class RenamedRealmStatementsIT {

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final StatementLog log = new StatementLog();

    private static String name;
    private static Tokens before;
    private static HeimdallApi renamed;

    @BeforeAll
    static void rename() {
        before = app.api().signedUp(TestUser.ada());
        app.realm().takeRole(before.userId(), "member");
        name = app.slug() + "-b";
        app.realm().update(Map.of("realm", name));
        renamed = HeimdallApi.of(app.server().baseUri(), name);
    }

    @AfterAll
    static void nameBack() {
        app.admin().realm(name).update(Map.of("realm", app.slug()));
    }

    @Test
    void givenWarmCaches_whenABearerOfBeforeReadsWithoutARole_thenTheDatabaseIsNotAsked() {
        assertThat(log.of(() -> renamed.me(before.access()).statusCode(200))).isEmpty();
        assertThat(log.of(() -> renamed.permissions(before.access()).statusCode(200)))
                .isEmpty();
        assertThat(log.of(() -> renamed.verify(before.access()).statusCode(200)))
                .isEmpty();
    }

    @Test
    void givenANameThatWasGivenUpLongAgo_thenItAnswersNothing(ServerOnPostgres server) throws SQLException {
        app.api().jwks().statusCode(200);
        long aMonth = Duration.ofDays(30).plusHours(1).toMillis();

        renamedEarlier(server, aMonth);
        try {
            app.api().jwks().statusCode(404);
            app.api().discovery().statusCode(404);
        } finally {
            renamedEarlier(server, -aMonth);
        }
    }

    private static void renamedEarlier(ServerOnPostgres server, long millis) throws SQLException {
        try (Connection connection = server.database().connect();
                var update = connection.prepareStatement(
                        "update HEIMDALL_REALM_NAME set RENAMED_AT = RENAMED_AT - ? where NAME = ?")) {
            update.setLong(1, millis);
            update.setString(2, app.slug());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
