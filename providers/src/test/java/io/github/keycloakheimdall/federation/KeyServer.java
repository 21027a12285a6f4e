/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakheimdall.client.TokenMint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The keys of a provider whose tokens native apps bring, and nothing else of it. */
public final class KeyServer implements AutoCloseable {

    static final String ISSUER = "https://id.example";

    private final HttpServer server;

    public KeyServer(TokenMint mint) throws IOException {
        byte[] jwks = new ObjectMapper().writeValueAsBytes(mint.jwks());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        server.start();
    }

    /** Where the keys are, and nothing else. */
    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    /** What an admin types into the console for it. */
    public Map<String, Object> asKeycloakHasIt(String alias) {
        return Map.of(
                "alias",
                alias,
                "providerId",
                "oidc",
                "enabled",
                true,
                "config",
                Map.of(
                        "clientId",
                        "web",
                        "clientSecret",
                        "s",
                        "issuer",
                        ISSUER,
                        "jwksUrl",
                        url(),
                        "useJwksUrl",
                        "true",
                        "validateSignature",
                        "true",
                        "nativeClientIds",
                        "ios"));
    }

    /** What a token of someone new says. */
    public Map<String, Object> claims(String nonce) {
        return claims(UUID.randomUUID().toString(), nonce);
    }

    /** What a token of that user says. */
    static Map<String, Object> claims(String subject, String nonce) {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "iss",
                ISSUER,
                "aud",
                "ios",
                "sub",
                subject,
                "iat",
                now,
                "exp",
                now + 600,
                "email",
                subject + "@example.com",
                "nonce",
                TokenMint.hash(nonce));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
