/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of HEIMDALL_WEBHOOK_ATTEMPT: one time that an event was sent. Times are milliseconds since the epoch. */
@Entity
@Table(name = "HEIMDALL_WEBHOOK_ATTEMPT")
public class AttemptEntity {

    /** Sorts by when it was made. */
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "EVENT_ID")
    String eventId;

    @Column(name = "EVENT_TYPE")
    String eventType;

    @Column(name = "ATTEMPT_NUMBER")
    int attemptNumber;

    @Column(name = "STATUS_CODE")
    @Nullable
    Integer statusCode;

    @Column(name = "ERROR_MESSAGE")
    @Nullable
    String errorMessage;

    @Column(name = "LATENCY_MS")
    long latencyMs;

    /** The beginning of what the receiver wrote. */
    @Column(name = "RESPONSE_BODY")
    @Nullable
    String responseBody;

    @Column(name = "SUCCEEDED")
    boolean succeeded;

    @Column(name = "URL")
    String url;

    @Column(name = "ATTEMPTED_AT")
    long attemptedAt;
}
