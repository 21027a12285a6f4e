/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.Readiness;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.session.NotBefore;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.token.Proof;
import io.github.keycloakheimdall.token.RefreshClaims;
import io.github.keycloakheimdall.token.TokenIssuer;
import io.github.keycloakheimdall.token.TokenResponse;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Guide, step 6: rotates a refresh token, once. Two guards hold together. The session remembers which token is current,
 * in the database, so a token that was used stays used after a restart. Among uses at the same time, on any node, a
 * single-use object lets one through; it need only outlive that one's transaction.
 */
final class Refresh {

    private static final String CLAIM = "heimdall.refresh:";
    private static final int CLAIM_SECONDS = 300;

    private final KeycloakSession session;
    private final App app;
    private final RefreshTokens tokens;

    Refresh(App app) {
        this.session = app.session();
        this.app = app;
        this.tokens = new RefreshTokens(app);
    }

    TokenResponse refresh(String token) {
        RefreshClaims claims = tokens.read(token);
        String claim = CLAIM + claims.jti();
        if (!session.singleUseObjects().putIfAbsent(claim, CLAIM_SECONDS)) {
            throw tokens.replayed(claims);
        }
        freeOnRollback(claim);
        UserSessionModel userSession = new UserSessions(session).find(claims.sid());
        UserModel user = userSession == null ? null : userSession.getUser();
        if (userSession == null || user == null || !user.getId().equals(claims.sub())) {
            throw tokens.refused(claims, Errors.INVALID_TOKEN);
        }
        TokenIssuer issuer = new TokenIssuer(app);
        if (issuer.isOver(userSession)) {
            throw tokens.refused(claims, "session_expired");
        }
        if (!issuer.isCurrent(userSession, claims)) {
            throw tokens.replayed(claims);
        }
        UserStore.requireThere(user);
        if (!user.isEnabled()) {
            throw tokens.refused(claims, Errors.USER_DISABLED);
        }
        if (NotBefore.callsBack(session, user, Standing.of(userSession), claims.iat())) {
            throw tokens.refused(claims, Errors.INVALID_TOKEN);
        }
        Readiness.require(
                session, user, EventType.REFRESH_TOKEN, Proof.of(userSession).byPassword());
        return rotate(userSession);
    }

    /** A refresh that failed halfway, on a database that went away, used nothing up: the client may try again. */
    private void freeOnRollback(String claim) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                // The session remembers the next token now; the claim may run out.
            }

            @Override
            protected void rollbackImpl() {
                session.singleUseObjects().remove(claim);
            }
        });
    }

    private TokenResponse rotate(UserSessionModel userSession) {
        TokenResponse fresh = new TokenIssuer(app).next(userSession);
        new Events(session).of(EventType.REFRESH_TOKEN, userSession).success();
        return fresh;
    }
}
