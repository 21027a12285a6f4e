/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RealmModelDelegate;

/** The realm with the app's limit of wrong passwords, where that is lower or the realm has no protection of its own. */
final class StricterRealm extends RealmModelDelegate {

    private final int maxAttempts;
    private final boolean quickCheck;

    /** @param quickCheck whether failures in quick succession lock early; a code has its own limit of tries instead */
    StricterRealm(RealmModel realm, int maxAttempts, boolean quickCheck) {
        super(realm);
        this.quickCheck = quickCheck;
        this.maxAttempts = maxAttempts;
    }

    @Override
    public int getFailureFactor() {
        return isBruteForceProtected() ? Math.min(super.getFailureFactor(), maxAttempts) : maxAttempts;
    }

    @Override
    public long getQuickLoginCheckMilliSeconds() {
        return isBruteForceProtected() && quickCheck ? super.getQuickLoginCheckMilliSeconds() : 0;
    }

    @Override
    public boolean isPermanentLockout() {
        return isBruteForceProtected() && super.isPermanentLockout();
    }
}
