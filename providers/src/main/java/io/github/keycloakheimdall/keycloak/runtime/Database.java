/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.storage.StorageId;

/** The request's database transaction. */
public final class Database {

    private Database() {}

    /**
     * Sends what is pending to the database, so that its constraints speak now and not at the commit.
     *
     * @throws ModelDuplicateException when a unique key is taken
     */
    public static void flush(KeycloakSession session) {
        session.getProvider(JpaConnectionProvider.class).getEntityManager().flush();
    }

    /** Whether the database has the user of that id. One whom a directory keeps to itself needs no row. */
    public static boolean knows(KeycloakSession session, String userId) {
        return !StorageId.isLocalStorage(userId)
                || session.getProvider(JpaConnectionProvider.class)
                                .getEntityManager()
                                .find(UserEntity.class, userId)
                        != null;
    }
}
