/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.AttemptRetention;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Forgets what was sent a while ago, and of an app's attempts all but the last ones; dead letters that were taken after
 * all too. A transaction deletes no more than a batch, so that nobody waits for it for long.
 */
final class Pruning {

    private static final int BATCH = 1_000;

    /** Attempts of one app. */
    private static final int MOST = 1_000;

    private static final long LETTERS_KEPT =
            Duration.ofDays(AttemptRetention.DEFAULT_DAYS).toMillis();

    private final KeycloakSessionFactory factory;
    private final long now = Clock.millis();

    Pruning(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    void run() {
        Map<String, Integer> chosen = OwnTransaction.call(factory, AttemptRetention::ofTheirOwn);
        delete(
                "AttemptEntity",
                "row.attemptedAt < :old and not exists (select 1 from AppEntity app where app.realmId = row.realmId"
                        + " and app.attemptDays is not null)",
                Map.of("old", daysAgo(AttemptRetention.DEFAULT_DAYS)));
        chosen.forEach((realmId, days) -> delete(
                "AttemptEntity",
                "row.realmId = :realm and row.attemptedAt < :old",
                Map.of("realm", realmId, "old", daysAgo(days))));
        delete("DeliveryEntity", "row.replayedAt < :old", Map.of("old", now - LETTERS_KEPT));
        OwnTransaction.call(factory, Pruning::crowded)
                .forEach((realmId, oldest) -> delete(
                        "AttemptEntity",
                        "row.realmId = :realm and row.id < :oldest",
                        Map.of("realm", realmId, "oldest", oldest)));
    }

    private long daysAgo(int days) {
        return now - Duration.ofDays(days).toMillis();
    }

    /** The apps with too many attempts, and the oldest of those that each keeps. */
    private static Map<String, String> crowded(KeycloakSession session) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select row.realmId from AttemptEntity row group by row.realmId having count(row) > :most",
                        String.class)
                .setParameter("most", (long) MOST)
                .getResultStream()
                .collect(Collectors.toMap(realmId -> realmId, realmId -> oldestKept(session, realmId)));
    }

    private static String oldestKept(KeycloakSession session, String realmId) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select row.id from AttemptEntity row where row.realmId = :realm order by row.id desc",
                        String.class)
                .setParameter("realm", realmId)
                .setFirstResult(MOST - 1)
                .setMaxResults(1)
                .getSingleResult();
    }

    private void delete(String entity, String which, Map<String, Object> values) {
        int found = BATCH;
        while (found == BATCH) {
            found = OwnTransaction.call(factory, own -> batch(own, entity, which, values));
        }
    }

    private static int batch(KeycloakSession session, String entity, String which, Map<String, Object> values) {
        TypedQuery<String> query = OwnTables.entityManager(session)
                .createQuery("select row.id from " + entity + " row where " + which + " order by row.id", String.class)
                .setMaxResults(BATCH);
        values.forEach(query::setParameter);
        List<String> ids = query.getResultList();
        if (!ids.isEmpty()) {
            OwnTables.entityManager(session)
                    .createQuery("delete from " + entity + " row where row.id in (:ids)")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        return ids.size();
    }
}
