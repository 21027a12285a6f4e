/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.keycloak.runtime.Notes;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Who asked for a link to a provider, and in which of their sessions: nobody else gets it, and no other session. */
record LinkOwner(String userId, String sessionId) {

    private static final String USER = "link.user";
    private static final String SESSION = "link.session";

    static LinkOwner of(AppUser caller) {
        return new LinkOwner(caller.id(), caller.sessionId());
    }

    /** As {@link #keepIn} wrote it; null where it did not. */
    static @Nullable LinkOwner of(Map<String, String> kept) {
        return kept.containsKey(USER) ? require(kept) : null;
    }

    /** As {@link #keepIn} wrote it. */
    static LinkOwner require(Map<String, String> kept) {
        return new LinkOwner(Notes.require(kept, USER), Notes.require(kept, SESSION));
    }

    void keepIn(Map<String, String> kept) {
        kept.put(USER, userId);
        kept.put(SESSION, sessionId);
    }

    /** Whether the session lives. */
    boolean isIn(KeycloakSession session) {
        UserSessionModel found = new UserSessions(session).find(sessionId);
        return found != null && found.getUser().getId().equals(userId);
    }
}
