/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.query.Query;
import org.keycloak.models.KeycloakSession;

/**
 * The apps that are being deleted. A node takes one for itself for a while, so that a crash leaves it to the others.
 */
public final class LeavingApps {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private LeavingApps() {}

    /** Takes the one that waited longest, of those that no node has; gives its realm's id. */
    public static Optional<String> take(KeycloakSession session) {
        long now = Clock.millis();
        TypedQuery<AppEntity> query = OwnTables.entityManager(session)
                .createQuery(
                        "select app from AppEntity app where app.removedAt is not null"
                                + " and (app.leasedUntil is null or app.leasedUntil <= :now)"
                                + " order by coalesce(app.leasedUntil, 0), app.removedAt",
                        AppEntity.class)
                .setParameter("now", now)
                .setMaxResults(1);
        // Passes over what another takes at this moment, and over one whose realm goes right now, however long that
        // takes.
        query.unwrap(Query.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        return query.getResultStream().findFirst().map(app -> {
            app.leasedUntil = now + LEASE.toMillis();
            return app.realmId;
        });
    }

    /** Keeps all others from it until the transaction ends, which may be long after the while. */
    public static void hold(KeycloakSession session, String realmId) {
        OwnTables.entityManager(session).find(AppEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Keeps it for another while. */
    public static void keep(KeycloakSession session, String realmId) {
        leaseUntil(session, realmId, Clock.millis() + LEASE.toMillis());
    }

    /** Leaves it to any node, behind those that wait longer. */
    public static void release(KeycloakSession session, String realmId) {
        leaseUntil(session, realmId, Clock.millis());
    }

    private static void leaseUntil(KeycloakSession session, String realmId, long until) {
        OwnTables.entityManager(session)
                .createQuery("update AppEntity app set app.leasedUntil = :until where app.realmId = :realm")
                .setParameter("realm", realmId)
                .setParameter("until", until)
                .executeUpdate();
    }
}
