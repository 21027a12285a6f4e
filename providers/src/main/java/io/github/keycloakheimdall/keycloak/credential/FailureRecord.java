/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.keycloak.user.StoreFailure;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtector;

/** Writes a failure to Keycloak's record of the user, at once, and locks who had too many. */
final class FailureRecord {

    /**
     * On one node Keycloak changes a record in place, and again where the commit finds it changed meanwhile: failures
     * at the same moment would count double. Whose locks fall together only wait for each other.
     */
    private static final Object[] COUNTING =
            Stream.generate(Object::new).limit(64).toArray();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final int maxAttempts;

    FailureRecord(KeycloakSession session, RealmModel realm, int maxAttempts) {
        this.session = session;
        this.realm = realm;
        this.maxAttempts = maxAttempts;
    }

    /** @param category as {@link LoginFailures#add(UserModel, String)} has it */
    void write(UserModel user, String category) {
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        if (!(protector instanceof DefaultBruteForceProtector counting)) {
            FailureCount.later(protector, realm, user, session.getContext(), category);
            return;
        }
        synchronized (COUNTING[Math.floorMod(user.getId().hashCode(), COUNTING.length)]) {
            try {
                count(counting, user, category, true);
            } catch (RuntimeException refused) {
                if (StoreFailure.answer(refused).isEmpty()) {
                    throw refused;
                }
                // Whom a directory keeps to itself nobody disables; the count alone locks them until an admin clears
                // it.
                count(counting, user, category, false);
            }
        }
    }

    private void count(DefaultBruteForceProtector counting, UserModel user, String category, boolean disables) {
        String address = session.getContext().getConnection().getRemoteHost();
        OwnTransaction.run(session, own -> {
            RealmModel same = own.getContext().getRealm();
            boolean quickCheck = PasswordCredentialModel.TYPE.equals(category);
            StricterRealm stricter = disables
                    ? new StricterRealm(same, maxAttempts, quickCheck)
                    : StricterRealm.disablingNobody(same, maxAttempts, quickCheck);
            FailureCount.atOnce(counting, own, stricter, user.getId(), address, Time.currentTimeMillis(), category);
            if (stricter.isPermanentLockout()) {
                new TemporaryLock(own, stricter, maxAttempts).after(user);
            }
        });
    }
}
