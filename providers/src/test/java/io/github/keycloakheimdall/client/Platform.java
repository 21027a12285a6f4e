/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** The platform API of one app, as its admins call it. */
public final class Platform {

    private final RunningKeycloak server;
    private final KeycloakAdmin admin;
    private final String root;

    /** @param appId the app's id, or its slug */
    public Platform(RunningKeycloak server, KeycloakAdmin admin, String appId) {
        this.server = server;
        this.admin = admin;
        this.root = "/v1/apps/" + appId;
    }

    /** Makes an API key, which must work, and gives back the raw key. */
    public String key(String... permissions) {
        return as(Method.POST, "/api-keys", Map.of("name", "A backend", "permissions", List.of(permissions)))
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** Makes a machine client with these scopes, which must work. */
    public Machine machine(String... scopes) {
        JsonPath made = as(Method.POST, "/credentials", Map.of("name", "CI"))
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = made.getString("client_id");
        as(Method.PUT, "/credentials/" + id + "/scopes", Map.of("permissions", List.of(scopes)))
                .statusCode(200);
        return new Machine(id, made.getString("client_secret"));
    }

    /** Any call as an admin of the realm master. */
    public ValidatableResponse as(Method method, String path, Object body) {
        return request(method, path, body, Map.of("authorization", "Bearer " + admin.bearer()))
                .then();
    }

    /** The same with an {@code Idempotency-Key}. */
    public ValidatableResponse once(String key, Method method, String path, Object body) {
        return request(method, path, body, Map.of("authorization", "Bearer " + admin.bearer(), "idempotency-key", key))
                .then();
    }

    /** Any call at all; the answer is held against the contract. */
    public Response request(Method method, String path, Object body, Map<String, ?> headers) {
        var request = given().urlEncodingEnabled(false).headers(headers);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        Response answer = request.request(method, server.baseUri() + root + path);
        Contract.check(method, root + path, answer);
        return answer;
    }

    /** A machine client and its secret. */
    public record Machine(String id, String secret) {

        /** The body that asks for a token. */
        public Map<String, String> credentials() {
            return Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret);
        }
    }
}
