/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/** What Keycloak's console does to a locked user beside enabling them. */
public final class Unlocking {

    private Unlocking() {}

    /**
     * Forgets every failure of a user who is disabled or locked, and that a lock for good disabled them.
     *
     * @param maxAttempts failures until the app locks a user
     * @return whether there was a failure to forget
     */
    public static boolean of(KeycloakSession session, RealmModel realm, UserModel user, int maxAttempts) {
        if (user.isEnabled() && !new LoginFailures(session, realm, maxAttempts).locked(user)) {
            return false;
        }
        boolean failed = session.loginFailures().getUserLoginFailure(realm, user.getId()) != null;
        if (failed) {
            session.loginFailures().removeUserLoginFailure(realm, user.getId());
        }
        session.getProvider(BruteForceProtector.class).cleanUpPermanentLockout(session, realm, user);
        return failed;
    }
}
