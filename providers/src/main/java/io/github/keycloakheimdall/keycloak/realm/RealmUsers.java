/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** Whether a realm is in use. */
public final class RealmUsers {

    private RealmUsers() {}

    /** Whether the realm has users, service accounts aside, or reads a directory that may have some. */
    public static boolean exist(KeycloakSession session, RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                        .findAny()
                        .isPresent()
                || areStored(session, realm);
    }

    /** Whether the database has users of the realm, service accounts aside. Reads one of them. */
    public static boolean areStored(KeycloakSession session, RealmModel realm) {
        return !session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select user.id from UserEntity user where user.realmId = :realm"
                                + " and user.serviceAccountClientLink is null",
                        String.class)
                .setParameter("realm", realm.getId())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
