/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Someone whom a provider knows, and what is done with the ID tokens that it gives to their native app. */
final class NativeTokens {

    private final App app;
    private final String subject = UUID.randomUUID().toString();
    private final String nonce = UUID.randomUUID().toString();

    NativeTokens(App app) {
        this.app = app;
    }

    String subject() {
        return subject;
    }

    String email() {
        return subject + "@example.com";
    }

    /** What the app gives beside the token, in which its hash is. */
    String nonce() {
        return nonce;
    }

    /** What a token says that holds. */
    Map<String, Object> claims() {
        return KeyServer.claims(subject, nonce);
    }

    ValidatableResponse signin(String provider, String token) {
        return signin(provider, Map.of("id_token", token, "nonce", nonce));
    }

    ValidatableResponse signin(String provider, Map<String, ?> body) {
        return app.api()
                .request(Method.POST, "/auth/oauth/" + provider, body, Map.of())
                .then();
    }

    ValidatableResponse link(Tokens tokens, String provider, String token) {
        return app.api()
                .as(
                        tokens.access(),
                        Method.POST,
                        "/me/identities/" + provider,
                        Map.of("id_token", token, "nonce", nonce));
    }

    /** Adds a provider that has the keys, with settings of its own, to the app. */
    static void add(App app, KeyServer keys, String alias, Map<String, String> settings) {
        String url = keys.url();
        Map<String, String> config = new HashMap<>(Map.of(
                "clientId",
                "web",
                "clientSecret",
                "s",
                "issuer",
                KeyServer.ISSUER,
                "authorizationUrl",
                url,
                "tokenUrl",
                url,
                "jwksUrl",
                url,
                "useJwksUrl",
                "true"));
        config.putAll(settings);
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                alias,
                                "providerId",
                                "oidc",
                                "enabled",
                                !"false".equals(settings.get("enabled")),
                                "config",
                                config));
    }
}
