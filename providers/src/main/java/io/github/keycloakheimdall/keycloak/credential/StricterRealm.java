/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RealmModelDelegate;

/** The realm with the app's limit of wrong passwords, where that is lower or the realm has no protection of its own. */
class StricterRealm extends RealmModelDelegate {

    /** Keycloak's defaults, for a realm that has none: its protection is off or nobody filled it in. */
    private static final int WAIT_SECONDS = 60;

    private static final int LONGEST_WAIT_SECONDS = 900;

    private final int maxAttempts;
    private final boolean quickCheck;

    /** @param quickCheck whether failures in quick succession lock early; a code has its own limit of tries instead */
    StricterRealm(RealmModel realm, int maxAttempts, boolean quickCheck) {
        super(realm);
        this.quickCheck = quickCheck;
        this.maxAttempts = maxAttempts;
    }

    /** One whose locks are kept with the count of failures alone, for accounts that nobody can disable. */
    static StricterRealm disablingNobody(RealmModel realm, int maxAttempts, boolean quickCheck) {
        return new DisablingNobody(realm, maxAttempts, quickCheck);
    }

    /** Where failures lock for good it is the realm's own limit: one of the app's locks for a while only. */
    @Override
    public int getFailureFactor() {
        return isPermanentLockout() && super.getFailureFactor() > 0 ? super.getFailureFactor() : failuresToLock();
    }

    /** After how many failures a user is locked, for a while at least. */
    int failuresToLock() {
        boolean limited = isBruteForceProtected() && super.getFailureFactor() > 0;
        return limited ? Math.min(super.getFailureFactor(), maxAttempts) : maxAttempts;
    }

    @Override
    public int getWaitIncrementSeconds() {
        return orElse(super.getWaitIncrementSeconds(), WAIT_SECONDS);
    }

    @Override
    public int getMaxFailureWaitSeconds() {
        return orElse(super.getMaxFailureWaitSeconds(), LONGEST_WAIT_SECONDS);
    }

    private static int orElse(int setting, int otherwise) {
        return setting > 0 ? setting : otherwise;
    }

    @Override
    public long getQuickLoginCheckMilliSeconds() {
        return isBruteForceProtected() && quickCheck ? super.getQuickLoginCheckMilliSeconds() : 0;
    }

    @Override
    public boolean isPermanentLockout() {
        return isBruteForceProtected() && super.isPermanentLockout();
    }

    private static final class DisablingNobody extends StricterRealm {

        DisablingNobody(RealmModel realm, int maxAttempts, boolean quickCheck) {
            super(realm, maxAttempts, quickCheck);
        }

        @Override
        public boolean isPermanentLockout() {
            return false;
        }

        /** Not marked as an override: lines before 26.6 have no such limit. */
        public int getMaxSecondaryAuthFailures() {
            return 0;
        }
    }
}
