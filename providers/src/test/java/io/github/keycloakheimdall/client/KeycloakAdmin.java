/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;

/**
 * Keycloak's own admin REST API, which is what the console calls. Everything but {@link #request} throws an
 * {@link AssertionError} on an answer that is not 2xx. Safe for use by many threads at once.
 */
public final class KeycloakAdmin {

    /** The client that the admin console is. */
    public static final String CONSOLE = "security-admin-console";

    private final URI server;
    private final AdminToken token;

    private KeycloakAdmin(URI server, AdminToken token) {
        this.server = server;
        this.token = token;
    }

    /** The API of a server, used as its admin. */
    public static KeycloakAdmin of(RunningKeycloak server) {
        return of(server, "admin-cli");
    }

    /** The API as the console calls it. The console's client must be made to allow password grants before. */
    public static KeycloakAdmin atConsole(RunningKeycloak server) {
        return of(server, CONSOLE);
    }

    private static KeycloakAdmin of(RunningKeycloak server, String clientId) {
        AdminToken token = new AdminToken(server.baseUri(), clientId, server.adminUsername(), server.adminPassword());
        return new KeycloakAdmin(server.baseUri(), token);
    }

    /** Creates a realm from its JSON: a string, or what becomes one. */
    public RealmAdmin createRealm(String name, Object json) {
        succeed(Method.POST, "/admin/realms", json);
        return realm(name);
    }

    /** A realm that may exist or not; nothing is asked yet. */
    public RealmAdmin realm(String name) {
        return new RealmAdmin(this, name);
    }

    /** A bearer that the platform API takes. */
    public String bearer() {
        return token.bearer();
    }

    /**
     * Any call with the admin's bearer; nothing is said about the answer.
     *
     * @param path the part after the server's base URI, query included
     * @param body goes as JSON; null sends none
     */
    public Response request(Method method, String path, Object body) {
        var request = given().urlEncodingEnabled(false).auth().oauth2(token.bearer());
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(method, server + path);
    }

    /** A call that must be answered with 2xx. */
    public Response succeed(Method method, String path, Object body) {
        Response answer = request(method, path, body);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(
                    method + " " + path + " answered " + answer.statusCode() + " " + answer.asString());
        }
        return answer;
    }

    /** A read that must be answered with 200. */
    Map<String, Object> read(String path) {
        return succeed(Method.GET, path, null).jsonPath().getMap("$");
    }
}
