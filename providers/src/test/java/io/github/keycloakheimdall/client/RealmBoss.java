/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user of the app's own realm with some of Keycloak's admin roles, at both admin APIs: ours and Keycloak's own. */
public final class RealmBoss {

    private static final String PASSWORD = "secret-Password1";

    private final App app;
    private final String userId;
    private final String bearer;

    private RealmBoss(App app, String userId, String bearer) {
        this.app = app;
        this.userId = userId;
        this.bearer = bearer;
    }

    /** One with these roles of the realm's administration; without any, who may do nothing. */
    public static RealmBoss of(App app, String... roles) {
        String name = "boss-" + UUID.randomUUID().toString().substring(0, 8);
        app.realm()
                .call(
                        Method.POST,
                        "/users",
                        Map.of(
                                "username",
                                name,
                                "enabled",
                                true,
                                "email",
                                name + "@example.com",
                                "firstName",
                                "B",
                                "lastName",
                                "B",
                                "credentials",
                                List.of(Map.of("type", "password", "value", PASSWORD))));
        String userId = (String) app.realm().user(name).get("id");
        app.realm().giveAdminRoles(userId, roles);
        String bearer = given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", name)
                .formParam("password", PASSWORD)
                .post(app.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new RealmBoss(app, userId, bearer);
    }

    public String userId() {
        return userId;
    }

    public String bearer() {
        return bearer;
    }

    /** The status of our platform API's answer. */
    public int here(Method method, String path, Object body) {
        return answer(method, path, body).statusCode();
    }

    /** Our platform API's answer. */
    public Response answer(Method method, String path, Object body) {
        return app.platform().request(method, path, body, Map.of("authorization", "Bearer " + bearer));
    }

    /** The status of the answer of Keycloak's own admin API, below the realm. */
    public int atKeycloak(Method method, String path, Object body) {
        var request = given().urlEncodingEnabled(false).auth().oauth2(bearer);
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(method, app.server().baseUri() + "/admin/realms/" + app.slug() + path)
                .statusCode();
    }
}
