/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.keycloak.session.Logins;
import io.github.keycloakheimdall.table.OwnTables;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Ends everything by which anyone is in an account or half in: sessions of this API, of browsers and of other clients,
 * offline ones, their tokens and those of sessions that logged out, open challenges, outstanding codes, contacts
 * that nobody verified, and what signs in at the same moment.
 */
public final class Expulsion {

    private final KeycloakSession session;

    public Expulsion(KeycloakSession session) {
        this.session = session;
    }

    /** Of everyone. */
    public void of(UserModel user) {
        sparing(user, null);
    }

    /** Of everyone but whoever is in by that session of this API; null spares nobody. */
    public void sparing(UserModel user, @Nullable String sessionId) {
        new Logins(session).end(user, sessionId);
        // Whoever uses a code holds its row and then waits for the user's, which is locked here: so not before the end.
        RealmModel realm = session.getContext().getRealm();
        AfterCommit.run(session, () -> OwnTransaction.run(session, own -> OwnTables.forgetPending(own, realm, user)));
    }
}
