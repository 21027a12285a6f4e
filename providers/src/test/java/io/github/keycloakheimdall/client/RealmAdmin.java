/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an admin does to one realm in the console. Throws an {@link AssertionError} where Keycloak refuses. */
public final class RealmAdmin {

    private final KeycloakAdmin admin;
    private final String path;

    RealmAdmin(KeycloakAdmin admin, String name) {
        this.admin = admin;
        this.path = "/admin/realms/" + name;
    }

    /** The realm's representation. */
    public Map<String, Object> read() {
        return admin.read(path);
    }

    /** Changes what the map names, and nothing else. */
    public void update(Map<String, ?> changes) {
        call(Method.PUT, "", changes);
    }

    /** Sets realm attributes, or removes those whose value is null. The others stay. */
    public void setAttributes(Map<String, String> changes) {
        // Keycloak deletes the attributes that an update does not name.
        Map<String, Object> all =
                new HashMap<>(call(Method.GET, "", null).jsonPath().getMap("attributes"));
        all.putAll(changes);
        all.values().removeIf(value -> value == null);
        update(Map.of("attributes", all));
    }

    /** Deletes the realm with all that is in it. */
    public void delete() {
        call(Method.DELETE, "", null);
    }

    /** The user of this username, as the console shows it; null if there is none. */
    public Map<String, Object> user(String username) {
        return first("/users?exact=true&username=" + encode(username, UTF_8));
    }

    /** Changes what the map names of a user, and nothing else. */
    public void updateUser(String userId, Map<String, ?> changes) {
        Map<String, Object> user = new HashMap<>(admin.read(path + "/users/" + userId));
        user.putAll(changes);
        call(Method.PUT, "/users/" + userId, user);
    }

    public void enableUser(String userId, boolean enabled) {
        updateUser(userId, Map.of("enabled", enabled));
    }

    /** Gives the user a realm role, as the tab "Role mapping" does. */
    public void giveRole(String userId, String role) {
        call(Method.POST, "/users/" + userId + "/role-mappings/realm", List.of(role(role)));
    }

    /** Gives the user roles of the realm's own administration. */
    public void giveAdminRoles(String userId, String... names) {
        if (names.length == 0) {
            return;
        }
        String client = (String) client("realm-management").get("id");
        call(Method.POST, "/users/" + userId + "/role-mappings/clients/" + client, adminRoles(names));
    }

    /** Roles of the realm's own administration, as Keycloak represents them. */
    public List<Map<String, Object>> adminRoles(String... names) {
        return clientRoles("realm-management").stream()
                .filter(role -> List.of(names).contains(role.get("name")))
                .toList();
    }

    /** Makes a group whose members have roles of the realm's own administration, and puts the user into it. */
    public void joinAdminGroup(String userId, String name, String... roles) {
        call(Method.POST, "/groups", Map.of("name", name));
        String group = (String)
                first("/groups?exact=true&search=" + encode(name, UTF_8)).get("id");
        String client = (String) client("realm-management").get("id");
        call(Method.POST, "/groups/" + group + "/role-mappings/clients/" + client, adminRoles(roles));
        call(Method.PUT, "/users/" + userId + "/groups/" + group, null);
    }

    /** Takes a realm role from the user. */
    public void takeRole(String userId, String role) {
        call(Method.DELETE, "/users/" + userId + "/role-mappings/realm", List.of(role(role)));
    }

    public void deleteUser(String userId) {
        call(Method.DELETE, "/users/" + userId, null);
    }

    /** The user's sessions, as the console's tab lists them. */
    public List<Map<String, Object>> sessions(String userId) {
        return list("/users/" + userId + "/sessions");
    }

    public void deleteSession(String sessionId) {
        call(Method.DELETE, "/sessions/" + sessionId, null);
    }

    /** Ends all sessions of the user. */
    public void logoutUser(String userId) {
        call(Method.POST, "/users/" + userId + "/logout", null);
    }

    /** Stored user events, the newest first. */
    public List<Map<String, Object>> events(String type) {
        return list("/events?type=" + type);
    }

    /** Whether the protector has locked the user, and the count of failures: {@code disabled}, {@code numFailures}. */
    public Map<String, Object> bruteForce(String userId) {
        return admin.read(path + "/attack-detection/brute-force/users/" + userId);
    }

    /** Unlocks the user. */
    public void clearBruteForce(String userId) {
        call(Method.DELETE, "/attack-detection/brute-force/users/" + userId, null);
    }

    /** A realm role's representation. */
    public Map<String, Object> role(String name) {
        return admin.read(path + "/roles/" + name);
    }

    /** Makes a realm role that holds nothing. */
    public void addRole(String name) {
        call(Method.POST, "/roles", Map.of("name", name));
    }

    /** The roles that a realm role holds. */
    public List<Map<String, Object>> composites(String role) {
        return list("/roles/" + role + "/composites");
    }

    /** Adds roles, given as Keycloak represents them, to a realm role. */
    public void addComposites(String role, List<Map<String, Object>> held) {
        call(Method.POST, "/roles/" + role + "/composites", held);
    }

    public void removeComposites(String role, List<Map<String, Object>> held) {
        call(Method.DELETE, "/roles/" + role + "/composites", held);
    }

    /** A client's representation by its client id; null if there is none. */
    public Map<String, Object> client(String clientId) {
        return first("/clients?clientId=" + encode(clientId, UTF_8));
    }

    /** The roles of a client. */
    public List<Map<String, Object>> clientRoles(String clientId) {
        return list("/clients/" + client(clientId).get("id") + "/roles?briefRepresentation=false");
    }

    /** A permission of the app. */
    public Map<String, Object> permission(String name) {
        return clientRoles("heimdall").stream()
                .filter(role -> role.get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Any call below the realm. */
    public Response call(Method method, String below, Object body) {
        return admin.succeed(method, path + below, body);
    }

    /** Any list below the realm. */
    public List<Map<String, Object>> list(String below) {
        return call(Method.GET, below, null).jsonPath().getList("$");
    }

    private Map<String, Object> first(String below) {
        return list(below).stream().findFirst().orElse(null);
    }
}
