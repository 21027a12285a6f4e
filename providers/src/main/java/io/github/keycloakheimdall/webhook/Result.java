/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.AppSeen;
import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.Answer;
import io.github.keycloakheimdall.outbound.Backoff;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Notes what became of an attempt, and decides what becomes of the event and of the webhook. */
final class Result {

    private static final Logger LOG = Logger.getLogger(Result.class);

    /** Nothing but failures for so long, and the webhook is disabled. */
    private static final long PATIENCE = Duration.ofDays(5).toMillis();

    private final KeycloakSession session;
    private final Claims.Claim claim;
    private final EntityManager database;

    Result(KeycloakSession session, Claims.Claim claim) {
        this.session = session;
        this.claim = claim;
        this.database = OwnTables.entityManager(session);
    }

    void record(Answer answer) {
        (answer.accepted() ? WebhookMetrics.DELIVERED : WebhookMetrics.FAILED).count();
        Optional<WebhookEntity> webhook = Webhooks.find(session, claim.realmId());
        DeliveryEntity row = database.find(DeliveryEntity.class, claim.eventId(), LockModeType.PESSIMISTIC_WRITE);
        if (webhook.isEmpty() || row == null) {
            // Taken away meanwhile, or sent by another node that took this one for dead.
            return;
        }
        int counted = row.attempts;
        row.attempts = claim.attempt();
        AttemptLog.note(session, row, claim.message().url(), answer);
        row.attempts = counted;
        if (answer.accepted()) {
            database.remove(row);
            succeeded(webhook.get());
        } else {
            failed(webhook.get(), row, answer);
        }
    }

    /** Writes only where there was a failure before, so that events do not wait for each other here. */
    private void succeeded(WebhookEntity webhook) {
        if (webhook.consecutiveFailures > 0 && webhook.disabledAt == null) {
            database.refresh(webhook, LockModeType.PESSIMISTIC_WRITE);
            webhook.consecutiveFailures = 0;
            webhook.failingSince = null;
        }
    }

    private void failed(WebhookEntity webhook, DeliveryEntity row, Answer answer) {
        row.lastStatusCode = answer.status();
        row.lastError = answer.reason();
        database.refresh(webhook, LockModeType.PESSIMISTIC_WRITE);
        webhook.consecutiveFailures++;
        if (webhook.failingSince == null) {
            webhook.failingSince = Clock.millis();
        }
        boolean urlIsCurrent = webhook.url.equals(claim.message().url());
        if (answer.gone() && urlIsCurrent) {
            disable(webhook, "The receiver answered 410: it wants no more events");
        } else if (webhook.failingSince < Clock.millis() - PATIENCE) {
            disable(webhook, "Nothing but failures for five days; the last one: " + answer.reason());
        }
        if (row.failedAt != null || row.attempts != claim.attempt()) {
            // Another node has it by now.
            return;
        }
        Optional<Long> wait = Backoff.after(claim.attempt(), answer);
        if (wait.isEmpty() || webhook.disabledAt != null) {
            database.flush();
            new DeadLetters(session, claim.realmId()).bury(webhook, List.of(row));
        } else {
            row.nextAttemptAt = Clock.millis() + wait.get();
        }
    }

    private void disable(WebhookEntity webhook, String reason) {
        if (webhook.disabledAt != null) {
            return;
        }
        webhook.disabledAt = Clock.millis();
        webhook.disabledReason = reason.substring(0, Math.min(reason.length(), 255));
        LOG.warnf("The webhook of realm %s is disabled: %s", claim.realmId(), webhook.disabledReason);
        AppSeen seen = new AppSeen(claim.realmId());
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        AfterCommit.run(session, () -> factory.publish(seen));
    }
}
