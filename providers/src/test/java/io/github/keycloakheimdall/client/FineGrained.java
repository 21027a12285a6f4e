/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keycloak's fine-grained admin permissions (v2) of a realm, as an admin sets them. */
public final class FineGrained {

    private final RealmAdmin realm;
    private final String authorization;

    private FineGrained(RealmAdmin realm, String authorization) {
        this.realm = realm;
        this.authorization = authorization;
    }

    /** Switches them on. */
    public static FineGrained of(App app) {
        app.realm().update(Map.of("adminPermissionsEnabled", true));
        String client = (String) app.realm().client("admin-permissions").get("id");
        return new FineGrained(app.realm(), "/clients/" + client + "/authz/resource-server");
    }

    /** Lets one user do this to every user. */
    public void allow(String userId, String... scopes) {
        permit(policy(userId, "POSITIVE"), List.of(), scopes);
    }

    /** Keeps one user from doing this to those users. */
    public void deny(String userId, List<String> others, String... scopes) {
        permit(policy(userId, "NEGATIVE"), others, scopes);
    }

    /** Lets one user do this to those users alone. */
    public void allow(String userId, List<String> others, String... scopes) {
        permit(policy(userId, "POSITIVE"), others, scopes);
    }

    private String policy(String userId, String logic) {
        return realm.call(
                        Method.POST,
                        authorization + "/policy/user",
                        Map.of("name", UUID.randomUUID().toString(), "users", List.of(userId), "logic", logic))
                .jsonPath()
                .getString("id");
    }

    private void permit(String policy, List<String> users, String... scopes) {
        realm.call(
                Method.POST,
                authorization + "/permission/scope",
                Map.of(
                        "name", UUID.randomUUID().toString(),
                        "resourceType", "Users",
                        "resources", users,
                        "scopes", List.of(scopes),
                        "policies", List.of(policy)));
    }
}
