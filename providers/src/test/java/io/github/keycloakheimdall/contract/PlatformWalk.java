/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contract;

import static io.restassured.http.Method.DELETE;
import static io.restassured.http.Method.GET;
import static io.restassured.http.Method.PATCH;
import static io.restassured.http.Method.POST;
import static io.restassured.http.Method.PUT;

import io.github.keycloakheimdall.client.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What Keycloak's admins call. */
final class PlatformWalk {

    private final Walk walk;

    PlatformWalk(Walk walk) {
        this.walk = walk;
    }

    void run() {
        keysAndMachines();
        settings();
        roles();
        users();
        bulk();
        contacts();
        tenants();
        webhook();
        apps();
    }

    private void keysAndMachines() {
        String key = walk.platform(POST, "/api-keys", Map.of("name", "backend", "permissions", List.of("user.update")))
                .getString("id");
        walk.platform(GET, "/api-keys", null);
        walk.platform(DELETE, "/api-keys/{}", null, key);
        String machine =
                walk.platform(POST, "/credentials", Map.of("name", "CI")).getString("client_id");
        walk.platform(GET, "/credentials", null);
        walk.platform(PUT, "/credentials/{}/scopes", Map.of("permissions", List.of("user.read")), machine);
        walk.platform(GET, "/credentials/{}", null, machine);
        walk.platform(PATCH, "/credentials/{}", Map.of("is_active", true), machine);
        walk.platform(POST, "/credentials/{}/rotate", null, machine);
        walk.platform(DELETE, "/credentials/{}", null, machine);
    }

    private void webhook() {
        Map<String, Object> hook =
                Map.of("url", "https://api.example.com/hooks", "event_types", List.of("user.signup"));
        walk.platform(PUT, "/webhook", hook);
        walk.platform(GET, "/webhook", null);
        walk.platform(GET, "/webhook/attempts", null);
        walk.platform(POST, "/webhook/rotate-secret", null);
        walk.platform(DELETE, "/webhook", null);
    }

    private void settings() {
        walk.platform(GET, "/auth-config", null);
        walk.platform(PATCH, "/auth-config", Map.of("max_sessions", 40));
        walk.platform(GET, "/notification-settings", null);
        walk.platform(PATCH, "/notification-settings", Map.of("web_origin", "https://app.example.com"));
        Map<String, Object> google = Map.of("config", Map.of("client_id", "us", "client_secret", "s"), "enabled", true);
        walk.platform(PUT, "/auth-config/providers/{}", google, "google");
        walk.platform(PATCH, "/auth-config/providers/{}", Map.of("enabled", false), "google");
        walk.platform(GET, "/auth-config/providers/{}", null, "google");
        walk.platform(GET, "/auth-config/providers", null);
        walk.platform(DELETE, "/auth-config/providers/{}", null, "google");
        walk.platform(GET, "/audit-logs", null);
    }

    private void roles() {
        walk.platform(POST, "/permissions", Map.of("resource", "gate", "action", "open"));
        walk.platform(GET, "/permissions", null);
        walk.platform(GET, "/permissions/enforcement", null);
        walk.platform(POST, "/roles", Map.of("name", "guard"));
        walk.platform(PUT, "/roles/{}/permissions", Map.of("permissions", List.of("gate.open")), "guard");
        walk.platform(PATCH, "/roles/{}", Map.of("description", "Opens"), "guard");
        walk.platform(GET, "/roles/{}", null, "guard");
        walk.platform(GET, "/roles", null);
        walk.platform(GET, "/roles/permissions", null);
        walk.platform(DELETE, "/roles/{}", null, "guard");
        walk.platform(DELETE, "/permissions/{}", null, "gate.open");
    }

    private void users() {
        String id = user();
        walk.platform(GET, "/end-users", null);
        walk.platform(GET, "/end-users/{}", null, id);
        walk.platform(PATCH, "/end-users/{}", Map.of("display_name", "N"), id);
        walk.platform(PATCH, "/end-users/{}/role", Map.of("role_name", "admin"), id);
        walk.platform(POST, "/roles/assign", Map.of("account_id", id, "role", "member"));
        walk.platform(PATCH, "/end-users/{}/status", Map.of("status", "active"), id);
        walk.platform(POST, "/end-users/{}/sessions/revoke-all", null, id);
        walk.platform(POST, "/end-users/{}/resend-verification", null, id);
        walk.platform(DELETE, "/end-users/{}", null, id);
        String invite = walk.platform(
                        POST,
                        "/end-users/invites",
                        Map.of("email", TestUser.ada().email()))
                .getString("id");
        walk.platform(GET, "/end-users/invites", null);
        walk.platform(DELETE, "/end-users/invites/{}", null, invite);
        String member = user();
        walk.platform(GET, "/members", null);
        walk.platform(DELETE, "/members/{}", null, member);
    }

    private void bulk() {
        Map<String, Object> selection = Map.of("mode", "ids", "ids", List.of(user()));
        walk.platform(POST, "/end-users/bulk-revoke-sessions", Map.of("selection", selection));
        walk.platform(POST, "/end-users/bulk-update-role", Map.of("selection", selection, "role_name", "admin"));
        walk.platform(POST, "/end-users/bulk-update-status", Map.of("selection", selection, "status", "suspended"));
        walk.platform(POST, "/end-users/bulk-delete", Map.of("selection", selection));
    }

    private void contacts() {
        String id = user();
        String contact = walk.platform(
                        POST,
                        "/end-users/{}/contacts",
                        Map.of("type", "email", "value", UUID.randomUUID() + "@example.com"),
                        id)
                .getString("id");
        walk.platform(GET, "/end-users/{}/contacts", null, id);
        String code = walk.platform(POST, "/end-users/{}/contacts/{}/resend-verification", null, id, contact)
                .getString("code");
        walk.app().api().verifyContact(code).statusCode(200);
        walk.platform(POST, "/end-users/{}/contacts/{}/promote", null, id, contact);
        String phone = walk.platform(
                        POST, "/end-users/{}/contacts", Map.of("type", "phone", "value", "+41791234568"), id)
                .getString("id");
        walk.platform(DELETE, "/end-users/{}/contacts/{}", null, id, phone);
    }

    private void tenants() {
        String account = user();
        String id =
                walk.platform(POST, "/tenants", Map.of("display_name", "Club")).getString("id");
        walk.platform(GET, "/tenants", null);
        walk.platform(GET, "/tenants/{}", null, id);
        walk.platform(PATCH, "/tenants/{}", Map.of("display_name", "Circle"), id);
        walk.platform(POST, "/tenants/{}/members", Map.of("account_id", account, "role_name", "member"), id);
        walk.platform(GET, "/tenants/{}/members", null, id);
        walk.platform(PATCH, "/tenants/{}/members/{}", Map.of("role_name", "admin"), id, account);
        walk.platform(DELETE, "/tenants/{}/members/{}", null, id, account);
        walk.platform(DELETE, "/tenants/{}", null, id);
    }

    private void apps() {
        String slug = "w-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> body = new HashMap<>(walk.door().creation(slug));
        String id = walk.server(POST, "/apps", body).getString("id");
        walk.server(GET, "/apps", null);
        walk.server(GET, "/apps/{}", null, id);
        walk.server(PATCH, "/apps/{}", Map.of("display_name", "N", "metadata", Map.of("plan", "pro")), id);
        walk.server(PATCH, "/apps/{}/status", Map.of("status", "suspended"), id);
        walk.server(GET, "/stats/me", null);
        walk.server(DELETE, "/apps/{}", null, id);
    }

    private String user() {
        return walk.app().api().signedUp(TestUser.ada()).userId();
    }
}
