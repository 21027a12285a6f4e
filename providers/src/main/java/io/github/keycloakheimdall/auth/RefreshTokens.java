/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.RealmNames;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.session.LastingEnd;
import io.github.keycloakheimdall.token.RefreshClaims;
import io.github.keycloakheimdall.token.TokenSigner;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** What refresh and logout share: reading a refresh token, and what happens when one comes twice. */
final class RefreshTokens {

    private final KeycloakSession session;
    private final App app;

    RefreshTokens(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** @throws ApiException 401 unless this app made the token and it has not expired */
    RefreshClaims read(String token) {
        return new TokenSigner(session)
                .refresh(token)
                .filter(claims -> RefreshClaims.TYPE.equals(claims.typ())
                        && claims.exp() > Clock.seconds()
                        && RealmNames.made(app, claims.iss(), claims.aud(), claims.iat()))
                .orElseThrow(() -> refused(null, Errors.INVALID_TOKEN));
    }

    /** Two parties hold this token, and one of them stole it: the session ends for both. */
    ApiException replayed(RefreshClaims claims) {
        new LastingEnd(session).now(claims.sid());
        return refused(claims, "refresh_token_reused");
    }

    /** Records why and makes the one answer for every bad refresh token. */
    ApiException refused(@Nullable RefreshClaims claims, String reason) {
        var event = new Events(session).of(EventType.REFRESH_TOKEN).detail(Details.REASON, reason);
        if (claims != null) {
            event.user(claims.sub()).session(claims.sid());
        }
        event.error(Errors.INVALID_TOKEN);
        return ApiException.unauthorized("Invalid refresh token");
    }
}
