/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.session.LastingEnd;
import io.github.keycloakheimdall.keycloak.session.SessionEnd;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import java.util.UUID;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Makes the tokens of a session. Of a refresh token only the id is kept: the one that is current for its session. */
public final class TokenIssuer {

    private static final String CURRENT_REFRESH = "heimdall.refresh";

    private final KeycloakSession session;
    private final App app;

    public TokenIssuer(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** The first pair of a session that this proof established. */
    public TokenResponse first(UserSessionModel userSession, Proof proof) {
        proof.remember(userSession);
        return next(userSession);
    }

    /**
     * A fresh pair; the session's refresh token before it is no longer current.
     *
     * @throws ApiException 401 when the session's part of this API has run out, by limits of its own
     */
    public TokenResponse next(UserSessionModel userSession) {
        int now = Clock.seconds();
        UserSessions sessions = new UserSessions(session);
        AuthenticatedClientSessionModel part = sessions.clientPart(userSession);
        if (part == null) {
            throw ApiException.unauthorized("The session has expired");
        }
        new LastingEnd(session).keep(userSession);
        UserSessions.touch(userSession, part, now);
        int sessionEnd = endOf(userSession);
        int expiry = Math.min(now + app.config().accessTokenTtl(), sessionEnd);
        UserModel user = userSession.getUser();
        AccessClaims access = AccessClaims.ofUser(app, userSession, ActiveTenant.of(app, userSession), now, expiry);
        RefreshClaims refresh = new RefreshClaims(
                RefreshClaims.TYPE,
                app.issuer(),
                app.slug(),
                user.getId(),
                userSession.getId(),
                now,
                Math.min(sessionEnd, SessionEnd.unused(app.realm(), app.client(), userSession)),
                UUID.randomUUID().toString());
        part.setNote(CURRENT_REFRESH, refresh.jti());
        TokenSigner signer = new TokenSigner(session);
        return new TokenResponse(signer.sign(access), signer.sign(refresh), "Bearer", expiry - now);
    }

    /**
     * Whether the session's part of this API has run out, by limits of its own, and with it what it knows of tokens.
     */
    public boolean isOver(UserSessionModel userSession) {
        return new UserSessions(session).clientPart(userSession) == null;
    }

    /** Whether this is the newest refresh token of a session that is not over. */
    public boolean isCurrent(UserSessionModel userSession, RefreshClaims token) {
        AuthenticatedClientSessionModel part = new UserSessions(session).clientPart(userSession);
        return part != null && token.jti().equals(part.getNote(CURRENT_REFRESH));
    }

    /**
     * When the session ends, in seconds since the epoch: when the app says, or earlier where Keycloak ends it before.
     */
    public int endOf(UserSessionModel userSession) {
        return Math.min(
                userSession.getStarted() + app.config().refreshTokenTtl(),
                SessionEnd.latest(app.realm(), app.client(), userSession));
    }
}
