/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.Message;
import io.github.keycloakheimdall.outbound.Sender;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Takes what waits, each event by one node: whoever has it may take a minute, then it is another's. */
final class Claims {

    private static final long LEASE = Duration.ofMinutes(1).toMillis();
    private static final int REALMS = 1_000;
    private static final int AT_ONCE = 100;

    private Claims() {}

    /**
     * A look at what waits.
     *
     * @param claim null where there was nothing to send after all, and something else may wait
     */
    record Look(@Nullable Claim claim) {

        private static final Look NOTHING_TO_SEND = new Look(null);
    }

    /** An event that is to be sent. */
    record Claim(String eventId, String realmId, int attempt, Message message, Sender sender) {}

    /** The ids of realms in which something waits. */
    static List<String> realms(KeycloakSession session) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select distinct row.realmId from DeliveryEntity row where row.nextAttemptAt <= :now",
                        String.class)
                .setParameter("now", Clock.millis())
                .setMaxResults(REALMS)
                .getResultList();
    }

    /** What waits longest in the realm, if anything does. */
    static Optional<Look> next(KeycloakSession session, String realmId) {
        Optional<WebhookEntity> webhook = Webhooks.find(session, realmId);
        boolean sends = webhook.isPresent() && webhook.get().disabledAt == null;
        List<DeliveryEntity> due = due(OwnTables.entityManager(session), realmId, sends ? 1 : AT_ONCE);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        if (webhook.isEmpty()) {
            // It was taken away a moment ago, and a transaction did not know yet.
            due.forEach(OwnTables.entityManager(session)::remove);
            return Optional.of(Look.NOTHING_TO_SEND);
        }
        if (!sends) {
            due.stream()
                    .filter(row -> row.lastError == null)
                    .forEach(row -> row.lastError = "The webhook was disabled");
            new DeadLetters(session, realmId).bury(webhook.get(), due);
            return Optional.of(Look.NOTHING_TO_SEND);
        }
        DeliveryEntity row = due.get(0);
        row.attempts++;
        row.nextAttemptAt = Clock.millis() + LEASE;
        return Optional.of(
                new Look(new Claim(row.id, realmId, row.attempts, row.message(webhook.get()), new Sender(session))));
    }

    /** Passes over what another claims at this moment. */
    private static List<DeliveryEntity> due(EntityManager database, String realmId, int most) {
        TypedQuery<DeliveryEntity> query = database.createQuery(
                        "select row from DeliveryEntity row where row.realmId = :realm and row.nextAttemptAt <= :now"
                                + " order by row.nextAttemptAt, row.id",
                        DeliveryEntity.class)
                .setParameter("realm", realmId)
                .setParameter("now", Clock.millis())
                .setMaxResults(most);
        query.unwrap(Query.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        return query.getResultList();
    }
}
