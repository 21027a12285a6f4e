/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.apple.AppleKey;
import io.github.keycloakheimdall.client.App;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The providers of an app as an admin has them, and settings that they take.
 *
 * @param app whose providers they are
 */
record AdminsProviders(App app) {

    static final String PATH = "/auth-config/providers";
    static final String KEY = AppleKey.fresh().file();

    /** Takes all of the realm's providers away, as the console does. */
    void forget() {
        app.realm().list("/identity-provider/instances").forEach(provider -> app.realm()
                .call(Method.DELETE, "/identity-provider/instances/" + provider.get("alias"), null));
    }

    static Map<String, Object> apple() {
        return new HashMap<>(Map.of(
                "service_id",
                "com.example.web",
                "bundle_ids",
                List.of("com.example.ios", "com.example.mac"),
                "team_id",
                "TEAM567890",
                "key_id",
                "KEYID67890",
                "private_key_pem",
                KEY));
    }

    static Map<String, Object> google() {
        return Map.of(
                "client_id",
                "web",
                "client_secret",
                "the-secret",
                "native_client_ids",
                List.of("ios", "android"),
                "hosted_domain",
                "example.com");
    }

    static Map<String, Object> github() {
        return Map.of("client_id", "web", "client_secret", "the-secret");
    }

    /** What the console has of it. */
    Map<String, Object> shown(String alias) {
        return app.realm()
                .call(Method.GET, "/identity-provider/instances/" + alias, null)
                .jsonPath()
                .getMap("$");
    }

    ValidatableResponse put(String provider, Map<String, ?> config, boolean enabled) {
        return call(Method.PUT, "/" + provider, Map.of("config", config, "enabled", enabled));
    }

    ValidatableResponse delete(String provider) {
        return call(Method.DELETE, "/" + provider, null);
    }

    /** @param path what follows {@code /providers} */
    ValidatableResponse call(Method method, String path, Object body) {
        return app.platform().as(method, PATH + path, body);
    }
}
