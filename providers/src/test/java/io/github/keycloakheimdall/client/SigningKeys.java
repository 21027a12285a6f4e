/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of an app's realm, as an admin manages them in the console. */
public record SigningKeys(RealmAdmin realm) {

    private static final String KIND = "org.keycloak.keys.KeyProvider";

    /** Adds one by Keycloak's provider of that id. It goes before the realm's own and signs from now on. */
    public void add(String providerId, Map<String, List<String>> config) {
        Map<String, List<String>> all = new HashMap<>(config);
        all.put("algorithm", List.of("RS256"));
        all.put("priority", List.of("1000"));
        realm.call(
                Method.POST,
                "/components",
                Map.of("name", "newer", "providerId", providerId, "providerType", KIND, "config", all));
    }

    /** All of the realm's. */
    public List<Map<String, Object>> list() {
        return realm.list("/components?type=" + KIND);
    }
}
