/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.demo;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;

/** What there is to look at in the app of the development server: users, a role of the app's own, and an invite. */
public final class DemoData {

    private static final String PASSWORD = "CorrectHorseBatteryStaple";

    private final HeimdallApi api;
    private final Platform platform;

    private DemoData(HeimdallApi api, Platform platform) {
        this.api = api;
        this.platform = platform;
    }

    /**
     * Fills an app that nobody has signed up to, and leaves any other as it is.
     *
     * @return whether it was filled
     */
    public static boolean fill(RunningKeycloak server, String slug) {
        Platform platform = new Platform(server, KeycloakAdmin.of(server), slug);
        if (!platform.as(Method.GET, "/end-users?limit=1", null)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data")
                .isEmpty()) {
            return false;
        }
        DemoData data = new DemoData(HeimdallApi.of(server.baseUri(), slug), platform);
        data.role("editor", "article", "read", "publish");
        data.user("grace", "Grace Hopper", "owner");
        data.user("alan", "Alan Turing", "admin");
        data.user("edith", "Edith Clarke", "editor");
        String suspended = data.user("tim", "Tim Berners-Lee", "member");
        platform.as(Method.PATCH, "/end-users/" + suspended + "/status", Map.of("status", "suspended"))
                .statusCode(200);
        platform.as(Method.POST, "/end-users/invites", Map.of("email", "katherine@example.com", "role_name", "editor"))
                .statusCode(201);
        return true;
    }

    /** Gives the console of all realms its pages for apps. */
    public static void showPages(RunningKeycloak server) {
        KeycloakAdmin.of(server).realm("master").update(Map.of("adminTheme", "heimdall"));
    }

    private void role(String name, String resource, String... actions) {
        platform.as(Method.POST, "/roles", Map.of("name", name)).statusCode(201);
        List<String> permissions =
                List.of(actions).stream().map(action -> resource + "." + action).toList();
        for (String action : actions) {
            platform.as(Method.POST, "/permissions", Map.of("resource", resource, "action", action))
                    .statusCode(201);
        }
        platform.as(Method.PUT, "/roles/" + name + "/permissions", Map.of("permissions", permissions))
                .statusCode(200);
    }

    private String user(String username, String displayName, String role) {
        String id = api.signedUp(new TestUser(username + "@example.com", username, PASSWORD, displayName))
                .userId();
        platform.as(Method.PATCH, "/end-users/" + id + "/role", Map.of("role_name", role))
                .statusCode(200);
        return id;
    }
}
