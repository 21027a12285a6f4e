/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** Where an account comes from: Keycloak's own database, or a user federation such as an LDAP directory. */
public final class UserStore {

    private static final String AWAY = "DIRECTORY_UNAVAILABLE";

    private UserStore() {}

    /** Whether the account is Keycloak's alone. */
    public static boolean isKeycloaks(UserModel user) {
        return !user.isFederated() && StorageId.isLocalStorage(user.getId());
    }

    /**
     * Whether its directory cannot be asked now. Keycloak then shows the account as disabled, and knows not all its
     * roles.
     */
    public static boolean isAway(UserModel user) {
        return StandIn.is(user);
    }

    /**
     * To be asked before something is made of how an account stands.
     *
     * @param user null is nobody, who needs no directory
     * @throws ApiException 503 {@code DIRECTORY_UNAVAILABLE} when its directory cannot be asked now
     */
    public static void requireThere(@Nullable UserModel user) {
        if (user != null && isAway(user)) {
            throw away();
        }
    }

    /**
     * Tells an attribute that a directory keeps, which Keycloak calls read-only, from one that the profile keeps from
     * its owner.
     *
     * @throws ApiException 409 {@code ACCOUNT_MANAGED_ELSEWHERE} when the user is a directory's and no admin may write
     *     it
     */
    public static void requireWritable(KeycloakSession session, UserModel user, String attribute) {
        if (!isKeycloaks(user)
                && session.getProvider(UserProfileProvider.class)
                        .create(UserProfileContext.USER_API, user)
                        .getAttributes()
                        .isReadOnly(attribute)) {
            throw managedElsewhere();
        }
    }

    /**
     * Whether its directory keeps the password and is known to let Keycloak set none. Asks the realm's settings, and no
     * directory.
     */
    public static boolean keepsPassword(RealmModel realm, UserModel user) {
        String store = user.isFederated() ? user.getFederationLink() : new StorageId(user.getId()).getProviderId();
        return store != null && Directories.setsNoPassword(realm.getComponent(store));
    }

    /**
     * Deletes the account, in its directory too where Keycloak may.
     *
     * @return false when it is gone already
     * @throws ReadOnlyException when its federation is switched off, or does not delete
     */
    public static boolean remove(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean keycloaks = isKeycloaks(user);
        boolean removed = new UserManager(session).removeUser(realm, user);
        if (removed || keycloaks) {
            return removed;
        }
        throw new ReadOnlyException("The user federation does not delete the user");
    }

    /** 409 for what the account's directory will not have changed. */
    public static ApiException managedElsewhere() {
        return ApiException.conflict("The account is managed elsewhere", "ACCOUNT_MANAGED_ELSEWHERE");
    }

    /** 503 for an account whose directory cannot be asked now. */
    public static ApiException away() {
        return TryLater.unavailable("The directory that keeps the account does not answer; try again", AWAY);
    }
}
