/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Whether a token of the session's realm was called back since it was made: the one rule, for bearers and refresh
 * tokens alike.
 */
public final class NotBefore {

    private NotBefore() {}

    /** Of a user: by the realm, by the API's client, or by what became of the account. */
    public static boolean callsBack(KeycloakSession session, UserModel user, @Nullable String standing, long issuedAt) {
        return callsBack(session, session.getContext().getClient(), user, standing, issuedAt);
    }

    /**
     * By the realm, the client, or what became of the account. Where the standing is known it decides, and not the
     * time: it has no seconds within which before and after are the same, and a session that a change spared knows the
     * new one.
     *
     * @param client whose token it is
     * @param standing how things stood with the account when the token's session began, or null where nobody remembers
     */
    public static boolean callsBack(
            KeycloakSession session, ClientModel client, UserModel user, @Nullable String standing, long issuedAt) {
        RealmModel realm = session.getContext().getRealm();
        if (issuedAt < realm.getNotBefore() || issuedAt < client.getNotBefore()) {
            return true;
        }
        return standing == null
                ? issuedAt < session.users().getNotBeforeOfUser(realm, user)
                : !standing.equals(Standing.of(session, user));
    }
}
