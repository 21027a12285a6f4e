/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import java.util.Map;
import org.keycloak.models.KeycloakSession;

/**
 * Sessions that ended by {@code POST /auth/logout}: their bearer goes on until its own expiry, while a bearer whose
 * session was revoked is refused at once. Shared by all nodes; a restart of the whole cluster forgets them, and such a
 * bearer is refused from then on.
 */
public final class LoggedOutSessions {

    private static final String PREFIX = "heimdall.logged-out:";

    private LoggedOutSessions() {}

    /** @param seconds the longest that a bearer of this session can still live */
    public static void add(KeycloakSession session, String sessionId, int seconds) {
        session.singleUseObjects().put(PREFIX + sessionId, seconds, Map.of());
    }

    static boolean includes(KeycloakSession session, String sessionId) {
        return session.singleUseObjects().contains(PREFIX + sessionId);
    }
}
