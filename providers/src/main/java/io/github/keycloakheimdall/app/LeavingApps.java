/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The apps that are being deleted. A node takes one for itself for a while, so that a crash leaves it to the others. */
public final class LeavingApps {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int TRIED = 10;

    private static final String FREE = " (app.leasedUntil is null or app.leasedUntil <= :now)";

    private LeavingApps() {}

    /** Takes the one that waited longest, of those that no node has; gives its realm's id. */
    public static Optional<String> take(KeycloakSession session) {
        List<String> waiting = OwnTables.entityManager(session)
                .createQuery(
                        "select app.realmId from AppEntity app where app.removedAt is not null and" + FREE
                                + " order by coalesce(app.leasedUntil, 0), app.removedAt",
                        String.class)
                .setParameter("now", Clock.millis())
                .setMaxResults(TRIED)
                .getResultList();
        return waiting.stream().filter(realmId -> take(session, realmId)).findFirst();
    }

    /** One of two that try at once waits for the other's commit, and then sees that it was late. */
    private static boolean take(KeycloakSession session, String realmId) {
        long now = Clock.millis();
        return OwnTables.entityManager(session)
                        .createQuery("update AppEntity app set app.leasedUntil = :until where app.realmId = :realm and"
                                + FREE)
                        .setParameter("realm", realmId)
                        .setParameter("until", now + LEASE.toMillis())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
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
