/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.keycloakheimdall.http.Json;
import io.github.keycloakheimdall.keycloak.realm.RealmKeys;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.KeycloakSession;

/**
 * Signs and checks tokens with the keys of the realm in the session's context. The algorithm is fixed by the kind of
 * token and never taken from the token; keys are found by {@code kid} among the realm's own only.
 */
public final class TokenSigner {

    private final KeycloakSession session;

    public TokenSigner(KeycloakSession session) {
        this.session = session;
    }

    /** Signs with the realm's active RS256 key, which its JWKS publishes. */
    public String sign(AccessClaims claims) {
        return sign(claims, Algorithm.RS256);
    }

    /** Signs with the realm's active HS512 key, which never leaves the server. */
    public String sign(RefreshClaims claims) {
        return sign(claims, Algorithm.HS512);
    }

    /** The claims of an access token with a good signature; nothing is said of its times or its audience. */
    public Optional<AccessClaims> access(String token) {
        return verified(token, Algorithm.RS256, AccessClaims.class);
    }

    /** The claims of a refresh token with a good signature; nothing is said of its times or its audience. */
    public Optional<RefreshClaims> refresh(String token) {
        return verified(token, Algorithm.HS512, RefreshClaims.class);
    }

    private String sign(Object claims, String algorithm) {
        try {
            return new JWSBuilder()
                    .type("JWT")
                    .content(Json.SNAKE_CASE.writeValueAsBytes(claims))
                    .sign(session.getProvider(SignatureProvider.class, algorithm)
                            .signer());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims do not serialize", e);
        }
    }

    private <T> Optional<T> verified(String token, String algorithm, Class<T> type) {
        return new RealmKeys(session).content(token, algorithm, type, jws -> claims(jws, type));
    }

    private static <T> Optional<T> claims(JWSInput jws, Class<T> type) {
        try {
            return Optional.ofNullable(Json.SNAKE_CASE.readValue(jws.getContent(), type));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }
}
