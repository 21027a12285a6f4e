/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.keycloak.realm.RealmsWithAttribute;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Collision;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.outbound.Looks;
import io.github.keycloakheimdall.table.OwnTables;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Keeps what each day of an app had, once the day is over; of apps that keep events. Every node does. */
public final class DayKeeper {

    private static final Logger LOG = Logger.getLogger(DayKeeper.class);
    private static final long AGAIN = Duration.ofSeconds(15).toMillis();

    private final KeycloakSessionFactory factory;
    private long next;

    private DayKeeper(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Starts to keep; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        Looks.every(factory, "heimdall-days", new DayKeeper(factory)::look);
    }

    private void look() {
        if (Clock.millis() < next) {
            return;
        }
        next = Clock.millis() + AGAIN;
        LocalDate last = DayCounts.openFrom().minusDays(1);
        List<String> behind = OwnTransaction.call(factory, own -> behind(own, last));
        behind.forEach(this::keep);
        if (!behind.isEmpty()) {
            OwnTransaction.run(factory, own -> forget(own, last.minusDays(DayCounts.DAYS)));
        }
    }

    private void keep(String realmId) {
        try {
            OwnTransaction.run(factory, own -> new DayCounts(own, realmId).keep());
        } catch (RuntimeException failure) {
            if (Collision.isCauseOf(failure)) {
                LOG.debugf("Another node kept the days of realm %s", realmId);
            } else {
                LOG.warnf(failure, "What happened in realm %s could not be counted; it is tried again", realmId);
            }
        }
    }

    /** The apps of which the last day that is over is not kept. */
    private static List<String> behind(KeycloakSession session, LocalDate last) {
        Set<String> apps = new HashSet<>(RealmsWithAttribute.onWithEvents(session, Toggle.ENABLED.attribute()));
        OwnTables.entityManager(session)
                .createQuery("select row.realmId from EventDayEntity row where row.epochDay = :last", String.class)
                .setParameter("last", last.toEpochDay())
                .getResultList()
                .forEach(apps::remove);
        return List.copyOf(apps);
    }

    private static void forget(KeycloakSession session, LocalDate before) {
        OwnTables.entityManager(session)
                .createQuery("delete from EventDayEntity row where row.epochDay < :before")
                .setParameter("before", before.toEpochDay())
                .executeUpdate();
    }
}
