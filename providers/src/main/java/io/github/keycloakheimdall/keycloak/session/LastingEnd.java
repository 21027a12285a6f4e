/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Ends sessions of the session's realm so that no request which runs beside it brings one back. */
public final class LastingEnd {

    private final KeycloakSession session;

    public LastingEnd(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Ends a session for good before it returns. A request that read the session from the database while it went away
     * may have put it back into the cache, so it is looked for once more after the commit.
     */
    public void now(String id) {
        for (int round = 0; round < 2; round++) {
            OwnTransaction.run(session, own -> {
                UserSessionModel found =
                        UserlessSession.orLoaded(own, own.getContext().getRealm(), id);
                if (found != null) {
                    new UserSessions(own).end(found);
                }
            });
        }
    }

    /**
     * To be asked before the session is changed: what the request writes may bring back a session that was ended
     * meanwhile. Once the request is committed it is ended again.
     */
    public void keep(UserSessionModel changed) {
        String id = changed.getId();
        AfterCommit.run(session, () -> {
            if (EndedSession.isMarked(session, id)) {
                now(id);
            }
        });
    }
}
