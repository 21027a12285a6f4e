/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Another client of an app's realm, at Keycloak's own token endpoint. */
public final class OtherClient {

    private static final String ID = "shop";

    private final String url;

    private OtherClient(String url) {
        this.url = url;
    }

    /** Makes the client. */
    public static OtherClient in(App app) {
        app.realm()
                .call(
                        Method.POST,
                        "/clients",
                        Map.of("clientId", ID, "publicClient", true, "directAccessGrantsEnabled", true));
        return new OtherClient(app.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/token");
    }

    /** Signs the user in and gives back Keycloak's own access token. */
    public String accessToken(TestUser user) {
        return token(user, "openid", "access_token");
    }

    /** Signs the user in and gives back the refresh token, which stays good while the session lives. */
    public String refreshToken(TestUser user) {
        return token(user, "openid", "refresh_token");
    }

    /** Signs the user in and gives back a token that outlives all sessions. */
    public String offlineToken(TestUser user) {
        return token(user, "openid offline_access", "refresh_token");
    }

    public ValidatableResponse refresh(String refreshToken) {
        return post(Map.of("grant_type", "refresh_token", "client_id", ID, "refresh_token", refreshToken));
    }

    /** Keycloak refuses a login while it still records the one before. */
    private String token(TestUser user, String scope, String which) {
        return await().until(
                        () -> signin(user, scope), answer -> answer.extract().statusCode() == 200)
                .extract()
                .path(which);
    }

    private ValidatableResponse signin(TestUser user, String scope) {
        return post(Map.of(
                "grant_type",
                "password",
                "client_id",
                ID,
                "username",
                user.username(),
                "password",
                user.password(),
                "scope",
                scope));
    }

    private ValidatableResponse post(Map<String, String> form) {
        return given().formParams(form).post(url).then();
    }
}
