/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/** The routes of the platform API that are about no one app, and the way to apps that are made there. */
public final class ServerDoor {

    private final RunningKeycloak server;
    private final KeycloakAdmin admin;

    public ServerDoor(RunningKeycloak server) {
        this.server = server;
        this.admin = KeycloakAdmin.of(server);
    }

    /** The id of the realm master, to which all apps belong. */
    public String workspace() {
        return (String) admin.realm("master").read().get("id");
    }

    /** A body that makes an app. */
    public Map<String, Object> creation(String slug) {
        return new HashMap<>(Map.of("slug", slug, "display_name", "Acme", "workspace_id", workspace()));
    }

    /** Any call below {@code /v1} as an admin of the realm master. */
    public ValidatableResponse as(Method method, String path, Object body) {
        return as(admin.bearer(), method, path, body);
    }

    /** The same with another bearer. */
    public ValidatableResponse as(String bearer, Method method, String path, Object body) {
        return request(method, path, body, Map.of("authorization", "Bearer " + bearer))
                .then();
    }

    /** The same as an admin with an {@code Idempotency-Key}. */
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
        Response answer = request.request(method, server.baseUri() + "/v1" + path);
        Contract.check(method, "/v1" + path, answer);
        return answer;
    }

    /** The server, as an admin sees it. */
    public KeycloakAdmin admin() {
        return admin;
    }

    public RunningKeycloak server() {
        return server;
    }
}
