/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user of the realm master with some of its roles. */
public final class MasterAdmin implements AutoCloseable {

    private static final String PASSWORD = "secret-Password1";

    private final ServerDoor door;
    private final String name = "admin-" + UUID.randomUUID().toString().substring(0, 8);
    private final String id;

    /** @param roles realm roles of master's, such as {@code create-realm} */
    public MasterAdmin(ServerDoor door, String... roles) {
        this.door = door;
        master().call(
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
        this.id = (String) master().user(name).get("id");
        for (String role : roles) {
            master().giveRole(id, role);
        }
    }

    /** Gives roles of the administration of a realm. */
    public MasterAdmin over(String realm, String... roles) {
        String client = (String) master().client(realm + "-realm").get("id");
        List<Map<String, Object>> given = master().clientRoles(realm + "-realm").stream()
                .filter(role -> List.of(roles).contains(role.get("name")))
                .toList();
        master().call(Method.POST, "/users/" + id + "/role-mappings/clients/" + client, given);
        return this;
    }

    public String id() {
        return id;
    }

    /** A bearer of the command line's client, which is lightweight: its roles are looked up at each call. */
    public String bearer() {
        return bearer("admin-cli");
    }

    /** A bearer by another client of master's. */
    public String bearer(String clientId) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", clientId)
                .formParam("username", name)
                .formParam("password", PASSWORD)
                .post(door.server().baseUri() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** The answer of Keycloak's own admin API. */
    public Response atKeycloak(Method method, String path, Object body) {
        return atKeycloak(bearer(), method, path, body);
    }

    /** The same to a bearer that the admin has already. */
    public Response atKeycloak(String bearer, Method method, String path, Object body) {
        var request = given().urlEncodingEnabled(false).auth().oauth2(bearer);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.request(method, door.server().baseUri() + "/admin/realms" + path);
    }

    @Override
    public void close() {
        master().deleteUser(id);
    }

    private RealmAdmin master() {
        return door.admin().realm("master");
    }
}
