/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.Clock;
import io.github.keycloakheimdall.outbound.Answer;
import io.github.keycloakheimdall.outbound.EventIds;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/** Notes what was sent, and forgets it after a while. */
final class AttemptLog {

    private static final long KEPT = Duration.ofDays(30).toMillis();

    /** Of one app. */
    private static final int MOST = 1_000;

    private AttemptLog() {}

    /** Notes the attempt that the row counted last. */
    static void note(KeycloakSession session, DeliveryEntity event, String url, Answer answer) {
        AttemptEntity row = new AttemptEntity();
        row.id = EventIds.next("");
        row.realmId = event.realmId;
        row.eventId = event.id;
        row.eventType = event.eventType;
        row.attemptNumber = event.attempts;
        row.statusCode = answer.status();
        row.errorMessage = answer.accepted() ? null : answer.reason();
        row.latencyMs = answer.latencyMillis();
        row.responseBody = answer.excerpt();
        row.succeeded = answer.accepted();
        row.url = url;
        row.attemptedAt = Clock.millis();
        OwnTables.entityManager(session).persist(row);
    }

    /** Forgets what is old, and of an app's attempts all but the last ones; dead letters that were taken after all too. */
    static void prune(KeycloakSession session) {
        EntityManager database = OwnTables.entityManager(session);
        long old = Clock.millis() - KEPT;
        database.createQuery("delete from AttemptEntity row where row.attemptedAt < :old")
                .setParameter("old", old)
                .executeUpdate();
        database.createQuery("delete from DeliveryEntity row where row.replayedAt < :old")
                .setParameter("old", old)
                .executeUpdate();
        database.createQuery(
                        "select row.realmId from AttemptEntity row group by row.realmId having count(row) > :most",
                        String.class)
                .setParameter("most", (long) MOST)
                .getResultList()
                .forEach(realmId -> prune(database, realmId));
    }

    private static void prune(EntityManager database, String realmId) {
        String oldest = database.createQuery(
                        "select row.id from AttemptEntity row where row.realmId = :realm order by row.id desc",
                        String.class)
                .setParameter("realm", realmId)
                .setFirstResult(MOST - 1)
                .setMaxResults(1)
                .getSingleResult();
        database.createQuery("delete from AttemptEntity row where row.realmId = :realm and row.id < :oldest")
                .setParameter("realm", realmId)
                .setParameter("oldest", oldest)
                .executeUpdate();
    }
}
