/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** One session that was ended a moment ago, by a mark on every node. Requests that run beside the ending find it. */
final class EndedSession {

    private static final String MARK = "heimdall.ended:";

    /** Longer than a request takes that was under way when its session ended. */
    private static final int MARKED_SECONDS = 300;

    private EndedSession() {}

    /** To be called before the session is removed; the mark goes with a rollback. */
    static void mark(KeycloakSession session, String id) {
        session.singleUseObjects().putIfAbsent(MARK + id, MARKED_SECONDS);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                // The mark runs out by itself.
            }

            @Override
            protected void rollbackImpl() {
                session.singleUseObjects().remove(MARK + id);
            }
        });
    }

    static boolean isMarked(KeycloakSession session, String id) {
        return session.singleUseObjects().contains(MARK + id);
    }

    /**
     * Takes a session that was found away again where it is there only because Keycloak keeps what it reads: who reads
     * it from the database in the moment before its row goes puts it into the cache in the moment after, where it would
     * go on for as long as it is used. False where it is there by right.
     */
    static boolean removeIfBack(KeycloakSession session, String id) {
        if (!isMarked(session, id)) {
            return false;
        }
        OwnTransaction.run(session, own -> {
            RealmModel realm = own.getContext().getRealm();
            UserSessionModel back = own.sessions().getUserSession(realm, id);
            if (back != null) {
                own.sessions().removeUserSession(realm, back);
            }
        });
        return true;
    }
}
