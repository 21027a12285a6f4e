/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * How many events wait to be sent, and for how long, in Keycloak's metrics: as this node counted them last. Thread
 * safe.
 */
final class WaitingGauge {

    private static final long AGAIN = Duration.ofMinutes(1).toMillis();

    private volatile long countAt;
    private volatile long waiting;
    private volatile @Nullable Long oldest;

    WaitingGauge() {
        Gauge.builder("heimdall.webhook.waiting", () -> waiting)
                .description("Events of Heimdall apps that wait to be sent, or sent again")
                .strongReference(true)
                .register(Metrics.globalRegistry);
        Gauge.builder("heimdall.webhook.oldest", this::age)
                .description("Age of the oldest event of Heimdall apps that waits to be sent")
                .baseUnit("seconds")
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    private double age() {
        Long since = oldest;
        return since == null ? 0 : Math.max(0, Clock.millis() - since) / 1000.0;
    }

    /** Counts, once a minute at most. */
    void refresh(KeycloakSessionFactory factory) {
        if (Clock.millis() < countAt) {
            return;
        }
        countAt = Clock.millis() + AGAIN;
        Object[] row = OwnTransaction.call(factory, own -> OwnTables.entityManager(own)
                .createQuery(
                        "select count(row), min(row.createdAt) from DeliveryEntity row where row.nextAttemptAt is not"
                                + " null",
                        Object[].class)
                .getSingleResult());
        waiting = (Long) row[0];
        oldest = (Long) row[1];
    }
}
