/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.keycloak.session.NotBefore;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.token.AccessClaims;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Sessions that ended by {@code POST /auth/logout}: their bearer goes on until its own expiry, while a bearer whose
 * session was revoked is refused at once. Shared by all nodes; a restart of the whole cluster forgets them, and such a
 * bearer is refused from then on.
 */
public final class LoggedOutSessions {

    private static final String PREFIX = "heimdall.logged-out:";
    private static final String STANDING = "standing";

    private LoggedOutSessions() {}

    /**
     * Keeps how things stood with the session's account, so that a change of it ends the bearer too.
     *
     * @param seconds the longest that a bearer of this session can still live
     */
    public static void add(KeycloakSession session, UserSessionModel ended, int seconds) {
        String standing = Standing.of(ended);
        session.singleUseObjects()
                .put(PREFIX + ended.getId(), seconds, standing == null ? Map.of() : Map.of(STANDING, standing));
    }

    /** Whether a bearer of that session goes on, for all that is known of the session. */
    static boolean let(KeycloakSession session, UserModel user, AccessClaims bearer) {
        Map<String, String> notes = session.singleUseObjects().get(PREFIX + bearer.sid());
        return notes != null && !NotBefore.callsBack(session, user, notes.get(STANDING), bearer.iat());
    }
}
