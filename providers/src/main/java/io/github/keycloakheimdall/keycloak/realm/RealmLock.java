/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import io.github.keycloakheimdall.error.ApiException;
import jakarta.persistence.LockModeType;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.jpa.entities.RealmEntity;

/** Lets one transaction at a time, on any node, change the parts of an app, or make what there must be one of. */
public final class RealmLock {

    private RealmLock() {}

    /**
     * Waits for the lock, held until the transaction ends, and gives back the realm as the database has it: the cache
     * also remembers what was not there, and the holder before may just have added it.
     *
     * @throws ApiException 404 when the holder before deleted the realm
     */
    public static RealmModel acquire(KeycloakSession session, RealmModel realm) {
        hold(session, realm);
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (cache != null) {
            cache.registerRealmInvalidation(realm.getId(), realm.getName());
        }
        RealmModel fresh = session.realms().getRealm(realm.getId());
        session.getContext().setRealm(fresh);
        return fresh;
    }

    /**
     * The same for what is no part of the realm itself: the cache goes on knowing the realm. By a query, since looking
     * the row up joins others, which some databases cannot lock: there Hibernate locks in a second step, and fails if
     * the realm went in between.
     *
     * @throws ApiException 404 when the holder before deleted the realm; nothing is to be made in one that is gone
     */
    public static void hold(KeycloakSession session, RealmModel realm) {
        boolean isGone = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("select realm from RealmEntity realm where realm.id = :id", RealmEntity.class)
                .setParameter("id", realm.getId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .isEmpty();
        if (isGone) {
            throw ApiException.notFound();
        }
    }
}
