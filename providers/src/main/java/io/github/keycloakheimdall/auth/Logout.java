/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.LoggedOutSessions;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.token.RefreshClaims;
import io.github.keycloakheimdall.token.TokenIssuer;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Guide, step 7: ends the session of a refresh token; its bearer runs out by itself. A second logout is no error. */
final class Logout {

    private final KeycloakSession session;
    private final App app;

    Logout(App app) {
        this.session = app.session();
        this.app = app;
    }

    void logout(String token) {
        RefreshTokens tokens = new RefreshTokens(app);
        RefreshClaims claims = tokens.read(token);
        UserSessions sessions = new UserSessions(session);
        UserSessionModel userSession = sessions.findToEnd(claims.sid());
        TokenIssuer issuer = new TokenIssuer(app);
        if (userSession == null) {
            return;
        }
        if (!issuer.isOver(userSession) && !issuer.isCurrent(userSession, claims)) {
            throw tokens.replayed(claims);
        }
        LoggedOutSessions.add(session, userSession, app.config().accessTokenTtl());
        new Events(session)
                .of(EventType.LOGOUT)
                .user(claims.sub())
                .session(userSession)
                .success();
        sessions.end(userSession);
    }
}
