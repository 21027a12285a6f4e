/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.storage.DatastoreProvider;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.StoreManagers;

/** The entry of someone who was imported from a directory, which Keycloak's cache takes to be there still. */
final class StoredEntry {

    private StoredEntry() {}

    /**
     * Has Keycloak look at it, as it does at its own login where the cache does not know the user. Where the entry is
     * gone Keycloak deletes the account at once, in a transaction of its own: so this is asked before the request locks
     * or changes anything of the user. A directory that is away changes nothing.
     */
    static void look(KeycloakSession session, UserModel user) {
        if (user instanceof CachedUserModel && user.isFederated() && StorageId.isLocalStorage(user.getId())) {
            ((StoreManagers) session.getProvider(DatastoreProvider.class))
                    .userStorageManager()
                    .getUserById(session.getContext().getRealm(), user.getId());
        }
    }
}
