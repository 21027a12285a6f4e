/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user of whom Keycloak did not note when the account was made, as it does not on every line and in every way in. */
@LooksIntoTheServer
final class UndatedAccountIT {

    private static final String UNKNOWN = "1970-01-01T00:00:00Z";

    @RegisterExtension
    static final App app = App.fresh();

    private static Tokens tokens;

    @BeforeAll
    static void forgetWhen(ServerOnPostgres server) throws SQLException {
        tokens = app.api().signedUp(TestUser.named("undated"));
        try (Connection database = server.database().connect();
                PreparedStatement update =
                        database.prepareStatement("update user_entity set created_timestamp = null where id = ?")) {
            update.setString(1, tokens.userId());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        app.realm().call(Method.POST, "/clear-user-cache", null);
    }

    @Test
    void givenNoTime_whenTheUserReadsTheProfile_thenTheEpoch() {
        app.api()
                .me(tokens.access())
                .statusCode(200)
                .body("createdAt", equalTo(UNKNOWN))
                .body("joinedAt", equalTo(UNKNOWN));
    }

    @Test
    void givenNoTime_whenAnAdminListsAndReads_thenTheEpoch() {
        app.platform()
                .as(Method.GET, "/end-users?search=undated", null)
                .statusCode(200)
                .body("data[0].created_at", equalTo(UNKNOWN));
        app.platform()
                .as(Method.GET, "/end-users/" + tokens.userId(), null)
                .statusCode(200)
                .body("created_at", equalTo(UNKNOWN));
    }

    @Test
    void givenNoTime_whenAnAdminChangesTheUser_thenTheEpoch() {
        app.platform()
                .as(Method.PATCH, "/end-users/" + tokens.userId() + "/status", Map.of("status", "active"))
                .statusCode(200)
                .body("created_at", equalTo(UNKNOWN));
    }
}
