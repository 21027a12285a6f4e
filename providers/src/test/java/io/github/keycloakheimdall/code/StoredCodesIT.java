/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.PostgresDatabase;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Method;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Codes and invites whose time is over, and codes that are many. The database is changed for it: the shortest time is a
 * minute, or an hour, and to make many codes takes as long.
 */
@LooksIntoTheServer
class StoredCodesIT {

    private static final String PASSWORD = "AnotherHorseBattery";

    @RegisterExtension
    static final App app = App.fresh();

    private static PostgresDatabase database;
    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private final Map<String, String> email = Map.of("email", ada.email());

    @BeforeAll
    static void create(ServerOnPostgres server) {
        database = server.database();
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

    @Test
    void givenTenThousandCodes_whenAFewAddressesGuess_thenTheAppWaitsAfterFiveWrongOnes() throws SQLException {
        try (App crowded = App.fresh().createOn(app.server())) {
            crowded.api().signedUp(ada);
            String code = Backend.forCodes(crowded)
                    .requestVerification(email)
                    .extract()
                    .path("code");
            fill(crowded, 9_999);

            List<Integer> statuses = IntStream.range(0, 6)
                    .map(i -> statusFrom("127.0.1." + (1 + i), crowded, wrong(code, i)))
                    .boxed()
                    .toList();

            assertThat(statuses).containsExactly(410, 410, 410, 410, 410, 429);
            assertThat(statusFrom("127.0.2.1", crowded, code)).isEqualTo(429);
        }
    }

    private static String wrong(String code, int i) {
        return String.format("%06d", (Integer.parseInt(code) + 1 + i) % 1_000_000);
    }

    /** What a code gets that comes from another address of this machine. */
    private static int statusFrom(String address, App to, String code) {
        try {
            return given().config(RestAssuredConfig.config()
                            .httpClient(HttpClientConfig.httpClientConfig()
                                    .setParam("http.route.local-address", InetAddress.getByName(address))))
                    .contentType("application/json")
                    .body(Map.of("code", code))
                    .post(to.server().baseUri() + "/" + to.slug() + "/v1/auth/verify")
                    .statusCode();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    /** Codes that no six digits have the hash of. */
    private static void fill(App crowded, int codes) throws SQLException {
        try (Connection connection = database.connect();
                var insert = connection.prepareStatement("insert into HEIMDALL_CODE (ID, REALM_ID, USER_ID, CONTACT_ID,"
                        + " PURPOSE, SLOT, CODE_HASH, EXPIRES_AT)"
                        + " select 'x' || i, ?, 'x', 'x', 'VERIFICATION', 'x' || i, 'x' || i, ?"
                        + " from generate_series(1, ?) i")) {
            insert.setString(1, realmId(crowded));
            insert.setLong(2, System.currentTimeMillis() / 1000 + 600);
            insert.setInt(3, codes);
            assertThat(insert.executeUpdate()).isEqualTo(codes);
        }
    }

    /** @param unit how many of what the column counts make a second */
    private static void expire(String table, long unit) throws SQLException {
        String update = "update " + table + " set EXPIRES_AT = ? where REALM_ID = ?";
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(update)) {
            statement.setLong(1, (System.currentTimeMillis() / 1000 - 1) * unit);
            statement.setString(2, realmId(app));
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private static String realmId(App of) {
        return (String) of.realm().read().get("id");
    }
}
