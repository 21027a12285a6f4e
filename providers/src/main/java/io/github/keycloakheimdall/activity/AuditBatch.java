/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.keycloakheimdall.http.Json;
import io.github.keycloakheimdall.keycloak.event.UnshippedEvents;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.EventIds;
import io.github.keycloakheimdall.outbound.Message;
import io.github.keycloakheimdall.outbound.Sender;
import io.github.keycloakheimdall.outbound.SigningSecret;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.query.Query;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Entries of an app's audit log that are sent together.
 *
 * @param attempt how many there were in a row, this one included
 */
record AuditBatch(String realmId, int attempt, List<ActivityEntry> entries, Message message, Sender sender) {

    private static final int AT_ONCE = 100;
    private static final long LEASE = Duration.ofMinutes(1).toMillis();

    private record Body(BodyApp app, List<ActivityEntry> data) {}

    private record BodyApp(String id, String slug) {}

    /** Takes what is next of the realm, for a minute, unless another node has something of it. */
    static Optional<AuditBatch> next(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        List<AuditSinkEntity> due = due(session, realmId);
        if (realm == null || due.isEmpty()) {
            return Optional.empty();
        }
        AuditSinkEntity sink = due.get(0);
        List<ActivityEntry> entries = new UnshippedEvents(session, realm, ShippedEntryEntity.class)
                        .oldest(
                                Action.eventTypes(),
                                Math.max(sink.createdAt, sink.shippedUntil - AuditShipper.LATE),
                                AT_ONCE)
                        .stream()
                        .map(ActivityEntry::of)
                        .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        sink.nextAttemptAt = Clock.millis() + LEASE;
        Message message =
                new Message(sink.url, new SigningSecret(sink.secret), EventIds.next("aud_"), body(realm, entries));
        return Optional.of(
                new AuditBatch(realmId, sink.consecutiveFailures + 1, entries, message, new Sender(session)));
    }

    private static List<AuditSinkEntity> due(KeycloakSession session, String realmId) {
        TypedQuery<AuditSinkEntity> query = OwnTables.entityManager(session)
                .createQuery(
                        "select row from AuditSinkEntity row where row.realmId = :realm and row.disabledAt is null"
                                + " and row.nextAttemptAt <= :now",
                        AuditSinkEntity.class)
                .setParameter("realm", realmId)
                .setParameter("now", Clock.millis());
        query.unwrap(Query.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        return query.getResultList();
    }

    private static String body(RealmModel realm, List<ActivityEntry> entries) {
        try {
            return Json.SNAKE_CASE.writeValueAsString(new Body(new BodyApp(realm.getId(), realm.getName()), entries));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of the audit log", e);
        }
    }
}
