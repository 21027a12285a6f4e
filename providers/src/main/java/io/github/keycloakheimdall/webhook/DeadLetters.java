/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Events that were not taken and are not sent again by themselves. No more than {@value #MOST} wait to be replayed. */
final class DeadLetters {

    static final int MOST = 1_000;

    private final EntityManager database;
    private final String realmId;

    DeadLetters(App app) {
        this(app.session(), app.id());
    }

    DeadLetters(KeycloakSession session, String realmId) {
        this.database = OwnTables.entityManager(session);
        this.realmId = realmId;
    }

    /** The newest first, one more than the limit where there are more. */
    List<DeadLetter> list(PageRequest page, boolean unreplayed) {
        TimeCursor from = TimeCursor.of(page.after());
        return database.createQuery(
                        "select row from DeliveryEntity row where row.realmId = :realm and row.failedAt is not null"
                                + (unreplayed ? " and row.replayedAt is null" : "")
                                + " and (row.failedAt < :at or row.failedAt = :at and row.id < :id)"
                                + " order by row.failedAt desc, row.id desc",
                        DeliveryEntity.class)
                .setParameter("realm", realmId)
                .setParameter("at", from.at())
                .setParameter("id", from.id())
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(DeadLetter::of)
                .toList();
    }

    /** That of this app. */
    Optional<DeliveryEntity> find(String id) {
        return Optional.ofNullable(database.find(DeliveryEntity.class, id))
                .filter(row -> row.realmId.equals(realmId) && row.failedAt != null);
    }

    /** Those that were never taken, in the order in which they happened. */
    List<DeliveryEntity> oldest(int most) {
        return database.createQuery(
                        "select row from DeliveryEntity row where row.realmId = :realm and row.failedAt is not null"
                                + " and row.replayedAt is null order by row.id",
                        DeliveryEntity.class)
                .setParameter("realm", realmId)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many were never taken. */
    long waiting() {
        return database.createQuery(
                        "select count(row) from DeliveryEntity row where row.realmId = :realm"
                                + " and row.failedAt is not null and row.replayedAt is null",
                        Long.class)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    /** Makes them dead letters, but for those for which there is no room: they are gone, and counted. */
    void bury(WebhookEntity webhook, List<DeliveryEntity> rows) {
        database.lock(webhook, LockModeType.PESSIMISTIC_WRITE);
        database.refresh(webhook);
        long room = MOST - waiting();
        for (DeliveryEntity row : rows) {
            if (room > 0) {
                row.nextAttemptAt = null;
                row.failedAt = Clock.millis();
                WebhookMetrics.DEAD.count();
            } else {
                database.remove(row);
                webhook.droppedCount++;
                webhook.droppedAt = Clock.millis();
                WebhookMetrics.DROPPED.count();
            }
            room--;
        }
    }
}
