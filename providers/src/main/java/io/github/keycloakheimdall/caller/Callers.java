/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.Clock;
import io.github.keycloakheimdall.keycloak.UserSessions;
import io.github.keycloakheimdall.token.AccessClaims;
import io.github.keycloakheimdall.token.TokenSigner;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Finds out who makes the request. */
public final class Callers {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final int CLOCK_SKEW_SECONDS = 60;

    private Callers() {}

    /**
     * The end user of this request, checked once.
     *
     * @throws ApiException 401 without a bearer that is this app's, unexpired, and of a live session and user
     */
    public static Caller require(KeycloakSession session) {
        Caller known = session.getAttribute(ATTRIBUTE, Caller.class);
        if (known != null) {
            return known;
        }
        Caller caller = authenticate(session, App.current(session));
        session.setAttribute(ATTRIBUTE, caller);
        return caller;
    }

    private static Caller authenticate(KeycloakSession session, App app) {
        AccessClaims claims = new TokenSigner(session)
                .access(Bearer.of(session).orElseThrow(ApiException::bearerRequired))
                .filter(token -> holds(token, app))
                .orElseThrow(ApiException::bearerRequired);
        UserModel user = session.users().getUserById(app.realm(), claims.sub());
        if (user == null || !user.isEnabled() || issuedTooEarly(session, app, user, claims)) {
            throw ApiException.bearerRequired();
        }
        UserSessionModel userSession = new UserSessions(session).find(claims.sid());
        boolean live = userSession == null
                ? LoggedOutSessions.includes(session, claims.sid())
                : userSession.getUser() != null && userSession.getUser().getId().equals(user.getId());
        if (!live) {
            throw ApiException.bearerRequired();
        }
        return new Caller(user, claims);
    }

    private static boolean holds(AccessClaims token, App app) {
        int now = Clock.seconds();
        return AccessClaims.END_USER.equals(token.type())
                && app.issuer().equals(token.iss())
                && app.slug().equals(token.aud())
                && app.id().equals(token.aid())
                && token.sub() != null
                && token.sid() != null
                && token.exp() > now
                && token.iat() <= now + CLOCK_SKEW_SECONDS;
    }

    /** Keycloak's "not before": what an admin pushes to call back every token issued until then. */
    private static boolean issuedTooEarly(KeycloakSession session, App app, UserModel user, AccessClaims claims) {
        return claims.iat() < app.realm().getNotBefore()
                || claims.iat() < app.client().getNotBefore()
                || claims.iat() < session.users().getNotBeforeOfUser(app.realm(), user);
    }
}
