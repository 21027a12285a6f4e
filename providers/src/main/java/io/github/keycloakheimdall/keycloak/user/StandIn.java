/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;
import org.keycloak.storage.ReadOnlyException;

/** What Keycloak gives for someone whose directory does not answer: the account as it knew it, disabled. */
final class StandIn {

    private StandIn() {}

    static boolean is(UserModel user) {
        return Feature.STAND_INS.isThere() ? OfOwnClass.is(user) : isReadOnlyForNow(user);
    }

    /**
     * Before 26.5 one class stands for all accounts that cannot be changed; what it throws at a change, which it never
     * makes, tells whose directory is away from whose is switched off.
     */
    private static boolean isReadOnlyForNow(UserModel user) {
        if (user.isEnabled() || !(aroundTheCache(user) instanceof ReadOnlyUserModelDelegate account)) {
            return false;
        }
        try {
            account.setEnabled(false);
            return false;
        } catch (ReadOnlyException refusal) {
            return StoreFailure.isOutage(refusal);
        }
    }

    /**
     * There the cache takes the stand-in for the account, and remembers it as disabled when the directory is back. The
     * user that was given reads what is found from now on, and the cache forgets it.
     */
    private static UserModel aroundTheCache(UserModel user) {
        if (!user.isFederated() || !(user instanceof CachedUserModel cached)) {
            return user;
        }
        try {
            return cached.getDelegateForUpdate();
        } catch (IllegalStateException gone) {
            return user;
        }
    }

    @Needs(Feature.STAND_INS)
    private static final class OfOwnClass {

        static boolean is(UserModel user) {
            return user instanceof StorageUnavailableUserModelDelegate;
        }
    }
}
