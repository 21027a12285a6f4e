/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.LockModeType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/**
 * Keeps an organization from being deleted, at whichever door and on any node, while someone joins it. Keycloak has no
 * such lock and fails halfway where the organization goes meanwhile. Whoever locks a user too does so afterwards.
 */
public final class OrganizationLock {

    private OrganizationLock() {}

    /** Waits while someone deletes the organization, then keeps it until the transaction ends; false if it is gone. */
    public static boolean hold(KeycloakSession session, RealmModel realm, String id) {
        return lock(session, realm, id, LockModeType.PESSIMISTIC_READ);
    }

    /** Waits for all who hold the organization, then has all others wait until the transaction ends; false if gone. */
    public static boolean acquire(KeycloakSession session, RealmModel realm, String id) {
        return lock(session, realm, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static boolean lock(KeycloakSession session, RealmModel realm, String id, LockModeType mode) {
        return !OwnTables.entityManager(session)
                .createQuery(
                        "select org from OrganizationEntity org where org.id = :id and org.realmId = :realm",
                        OrganizationEntity.class)
                .setParameter("id", id)
                .setParameter("realm", realm.getId())
                .setLockMode(mode)
                .getResultList()
                .isEmpty();
    }
}
