/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Lets one transaction at a time, on any node, change what belongs to a user. */
public final class UserLock {

    private UserLock() {}

    /**
     * Waits for the lock, held until the transaction ends, and has this user read from the database from then on: the
     * cache also remembers credentials, and the holder before may just have changed them. So may the row have been read
     * before in this transaction. A user that a federation keeps to itself has no row to lock. Whose entry is gone
     * Keycloak deletes at the next look, in a transaction that would wait for this one: so it looks before.
     */
    public static void acquire(KeycloakSession session, UserModel user) {
        StoredEntry.look(session, user);
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        UserEntity row = database.find(UserEntity.class, user.getId(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            database.flush();
            database.refresh(row);
        }
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
    }
}
