/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.AppSeen;
import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.outbound.Answer;
import io.github.keycloakheimdall.outbound.Backoff;
import io.github.keycloakheimdall.outbound.Looks;
import io.github.keycloakheimdall.outbound.RealmLanes;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Sends audit logs to where apps want them: batch after batch, each until it is taken. Every node does, one at a time
 * for an app.
 */
public final class AuditShipper {

    /** How much later than others an entry may be committed that is older than they are. */
    static final long LATE = Duration.ofMinutes(10).toMillis();

    private static final Logger LOG = Logger.getLogger(AuditShipper.class);
    private static final int LANES = 32;
    private static final int SINKS = 1_000;
    private static final long PATIENCE = Duration.ofDays(5).toMillis();

    private final KeycloakSessionFactory factory;
    private final RealmLanes lanes = RealmLanes.named("heimdall-audit", LANES, 1, (realm, taken) -> next(realm));

    private AuditShipper(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Starts to send; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        AuditShipper shipper = new AuditShipper(factory);
        Looks.every(factory, "heimdall-audit", shipper::lookAround);
    }

    private void lookAround() {
        OwnTransaction.call(factory, AuditShipper::realms).forEach(lanes::wake);
    }

    private static List<String> realms(KeycloakSession session) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select row.realmId from AuditSinkEntity row where row.disabledAt is null and"
                                + " row.nextAttemptAt <= :now",
                        String.class)
                .setParameter("now", Clock.millis())
                .setMaxResults(SINKS)
                .getResultList();
    }

    private boolean next(String realmId) {
        Optional<AuditBatch> batch = OwnTransaction.call(factory, own -> AuditBatch.next(own, realmId));
        if (batch.isEmpty()) {
            return false;
        }
        Answer answer = batch.get().sender().send(batch.get().message());
        OwnTransaction.run(factory, own -> AuditSinks.find(own, realmId).ifPresent(sink -> {
            // What an admin set meanwhile must not be written over with what it was.
            OwnTables.entityManager(own).refresh(sink, LockModeType.PESSIMISTIC_WRITE);
            if (answer.accepted()) {
                taken(own, sink, batch.get());
            } else {
                failed(sink, batch.get(), answer);
                if (sink.disabledAt != null) {
                    AfterCommit.run(own, () -> factory.publish(new AppSeen(realmId)));
                }
            }
        }));
        return answer.accepted();
    }

    private static void taken(KeycloakSession session, AuditSinkEntity sink, AuditBatch batch) {
        EntityManager database = OwnTables.entityManager(session);
        for (ActivityEntry entry : batch.entries()) {
            ShippedEntryEntity row = new ShippedEntryEntity();
            row.id = entry.id();
            row.realmId = sink.realmId;
            row.happenedAt = entry.createdAt().toEpochMilli();
            // Another node may have sent it too, when this one was taken for dead.
            database.merge(row);
            sink.shippedUntil = Math.max(sink.shippedUntil, row.happenedAt);
        }
        sink.consecutiveFailures = 0;
        sink.failingSince = null;
        sink.lastDeliveredAt = Clock.millis();
        sink.nextAttemptAt = 0;
        database.createQuery("delete from ShippedEntryEntity row where row.realmId = :realm and row.happenedAt < :old")
                .setParameter("realm", sink.realmId)
                .setParameter("old", sink.shippedUntil - LATE)
                .executeUpdate();
    }

    private static void failed(AuditSinkEntity sink, AuditBatch batch, Answer answer) {
        sink.consecutiveFailures++;
        if (sink.failingSince == null) {
            sink.failingSince = Clock.millis();
        }
        sink.nextAttemptAt = Clock.millis() + Backoff.forever(batch.attempt(), answer);
        boolean current = sink.url.equals(batch.message().url());
        if (answer.gone() && current) {
            disable(sink, "The receiver answered 410: it wants no more entries");
        } else if (sink.failingSince < Clock.millis() - PATIENCE) {
            disable(sink, "Nothing but failures for five days; the last one: " + answer.reason());
        }
    }

    private static void disable(AuditSinkEntity sink, String reason) {
        sink.disabledAt = Clock.millis();
        sink.disabledReason = reason.substring(0, Math.min(reason.length(), 255));
        LOG.warnf("The audit sink of realm %s is disabled: %s", sink.realmId, sink.disabledReason);
    }
}
