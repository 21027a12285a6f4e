/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;

/** What a user does in Keycloak's account console. */
public final class AccountConsole {

    private final String url;
    private final String bearer;

    private AccountConsole(String url, String bearer) {
        this.url = url;
        this.bearer = bearer;
    }

    /** Of a user, who gets the names that Keycloak's own pages ask for, and signs in with the password. */
    public static AccountConsole of(App app, TestUser user) {
        String id = (String) app.realm().user(user.username()).get("id");
        app.realm().updateUser(id, Map.of("firstName", "Ada", "lastName", "Lovelace"));
        String realm = app.server().baseUri() + "/realms/" + app.slug();
        String bearer = given().formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        user.username(),
                        "password",
                        user.password()))
                .post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new AccountConsole(realm + "/account", bearer);
    }

    /** The account, as the page "Personal info" shows it. */
    public Map<String, Object> read() {
        return given().auth()
                .oauth2(bearer)
                .accept("application/json")
                .get(url)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }

    /** Saves that page with another email. */
    public void changeEmail(String email) {
        Map<String, Object> account = new HashMap<>(read());
        account.put("email", email);
        given().auth()
                .oauth2(bearer)
                .contentType("application/json")
                .accept("application/json")
                .body(account)
                .post(url)
                .then()
                .statusCode(204);
    }
}
