/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import io.github.keycloakheimdall.keycloak.user.StoreFailure;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.session.PersistentUserSessionAdapter;
import org.keycloak.models.session.UserSessionPersisterProvider;

/**
 * A session of someone whom only a directory knows that is away now. Keycloak loads no session without its user; this
 * one is read around the user, and nothing can be done with it but ending it.
 */
final class UserlessSession {

    private UserlessSession() {}

    /**
     * The session as Keycloak loads it, or as the database has it where its user cannot be loaded; null if there is
     * none.
     */
    static @Nullable UserSessionModel orLoaded(KeycloakSession session, RealmModel realm, String id) {
        try {
            return session.sessions().getUserSession(realm, id);
        } catch (RuntimeException away) {
            if (!StoreFailure.isOutage(away)) {
                throw away;
            }
            return session.getProvider(UserSessionPersisterProvider.class).loadUserSession(realm, id, false);
        }
    }

    static boolean is(UserSessionModel userSession) {
        return userSession instanceof PersistentUserSessionAdapter;
    }
}
