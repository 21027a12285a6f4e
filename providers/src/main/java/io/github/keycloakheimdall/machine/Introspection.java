/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Bearer;
import io.github.keycloakheimdall.caller.TokenCheck;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.token.AccessClaims;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Tells a bearer about itself, and about no other token: a stolen one cannot be probed with a credential of one's own.
 */
final class Introspection {

    private final KeycloakSession session;
    private final App app;

    Introspection(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * @param token the bearer once more, or null; another token is answered like one that does not hold
     * @throws ApiException 401 without a bearer
     */
    IntrospectResponse introspect(@Nullable String token) {
        String bearer = Bearer.of(session).orElseThrow(ApiException::bearerRequired);
        if (token != null && !same(token, bearer)) {
            return IntrospectResponse.INACTIVE;
        }
        TokenCheck check = TokenCheck.of(app, bearer);
        AccessClaims claims = check.claims();
        return claims == null ? IntrospectResponse.INACTIVE : IntrospectResponse.active(check, claims);
    }

    private static boolean same(String token, String bearer) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), bearer.getBytes(StandardCharsets.UTF_8));
    }
}
