/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;

/** The bearer of an admin of the realm master, fetched again before it expires. */
final class AdminToken {

    private static final Duration SPARE = Duration.ofSeconds(15);

    private final URI server;
    private final String clientId;
    private final String username;
    private final String password;
    private String bearer;
    private long usableUntil;

    AdminToken(URI server, String clientId, String username, String password) {
        this.server = server;
        this.clientId = clientId;
        this.username = username;
        this.password = password;
    }

    /** @throws AssertionError if the login is refused */
    synchronized String bearer() {
        if (bearer == null || System.nanoTime() > usableUntil) {
            JsonPath answer = given().formParam("grant_type", "password")
                    .formParam("client_id", clientId)
                    .formParam("username", username)
                    .formParam("password", password)
                    .post(server + "/realms/master/protocol/openid-connect/token")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            bearer = answer.getString("access_token");
            usableUntil = System.nanoTime()
                    + Duration.ofSeconds(answer.getLong("expires_in"))
                            .minus(SPARE)
                            .toNanos();
        }
        return bearer;
    }
}
