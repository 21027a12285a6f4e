/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.outbound.Message;
import io.github.keycloakheimdall.outbound.SigningSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row of HEIMDALL_WEBHOOK_DELIVERY: an event on its way, or a dead letter. What was taken goes. Times are
 * milliseconds since the epoch.
 */
@Entity
@Table(name = "HEIMDALL_WEBHOOK_DELIVERY")
public class DeliveryEntity {

    /** The event's id; sorts by when it happened. */
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "EVENT_TYPE")
    String eventType;

    /** The body, as it was when it happened. */
    @Column(name = "PAYLOAD")
    String payload;

    @Column(name = "ATTEMPTS")
    int attempts;

    @Column(name = "CREATED_AT")
    long createdAt;

    /** When it is sent, or while it is being sent when whoever does is given up on; null for a dead letter. */
    @Column(name = "NEXT_ATTEMPT_AT")
    @Nullable
    Long nextAttemptAt;

    @Column(name = "LAST_STATUS_CODE")
    @Nullable
    Integer lastStatusCode;

    @Column(name = "LAST_ERROR")
    @Nullable
    String lastError;

    /** When it became a dead letter. */
    @Column(name = "FAILED_AT")
    @Nullable
    Long failedAt;

    /** When a dead letter was taken after all. */
    @Column(name = "REPLAYED_AT")
    @Nullable
    Long replayedAt;

    @Column(name = "REPLAY_COUNT")
    int replayCount;

    /** The same body each time, signed anew. */
    Message message(WebhookEntity webhook) {
        return new Message(webhook.url, new SigningSecret(webhook.secret), id, payload);
    }
}
