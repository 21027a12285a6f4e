/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OwnServer;
import io.github.keycloakheimdall.server.PostgresDatabase;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes and invites whose time is over. Their time is moved in the database: the shortest is a minute, and an hour. */
@Tag("own-server")
class ExpiryIT {

    private static final String PASSWORD = "AnotherHorseBattery";

    @RegisterExtension
    static final OwnServer own = OwnServer.named("expiry");

    private static App app;
    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private final Map<String, String> email = Map.of("email", ada.email());

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
        backend = Backend.forCodes(app);
    }

    @Test
    void givenAVerificationCode_whenItsTimeIsOver_thenGone() throws SQLException {
        app.api().signedUp(ada);
        String code = backend.requestVerification(email).extract().path("code");

        expire("HEIMDALL_CODE", 1);

        app.api().verifyContact(code).statusCode(410);
        backend.verify(email);
    }

    @Test
    void givenAResetCode_whenItsTimeIsOver_thenGoneAndThePasswordStays() throws SQLException {
        app.api().signedUp(ada);
        backend.verify(email);
        String code = backend.requestPasswordReset(email).extract().path("code");

        expire("HEIMDALL_CODE", 1);

        app.api().resetPassword(code, PASSWORD).statusCode(410);
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenAnInvite_whenItsTimeIsOver_thenGoneAndNobodyIsMade() throws SQLException {
        String code = app.platform()
                .as(Method.POST, "/end-users/invites", email)
                .statusCode(201)
                .extract()
                .path("code");

        expire("HEIMDALL_INVITE", 1000);

        app.api()
                .request(Method.POST, "/auth/accept-invite", Map.of("code", code, "password", PASSWORD), Map.of())
                .then()
                .statusCode(410);
        assertThat(app.realm().list("/users?email=" + ada.email())).isEmpty();
    }

    /** @param unit how many of what the column counts make a second */
    private static void expire(String table, long unit) throws SQLException {
        PostgresDatabase database = own.database();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var update = connection.prepareStatement("update " + table + " set EXPIRES_AT = ?")) {
            update.setLong(1, (System.currentTimeMillis() / 1000 - 1) * unit);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
