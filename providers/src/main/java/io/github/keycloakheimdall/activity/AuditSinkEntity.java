/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of HEIMDALL_AUDIT_SINK: where an app's audit log is sent. Times are milliseconds since the epoch. */
@Entity
@Table(name = "HEIMDALL_AUDIT_SINK")
public class AuditSinkEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "URL")
    String url;

    /** In the clear: it signs. */
    @Column(name = "SECRET")
    String secret;

    @Column(name = "DISABLED_AT")
    @Nullable
    Long disabledAt;

    @Column(name = "DISABLED_REASON")
    @Nullable
    String disabledReason;

    @Column(name = "CONSECUTIVE_FAILURES")
    int consecutiveFailures;

    /** When the first of the failures in a row was. */
    @Column(name = "FAILING_SINCE")
    @Nullable
    Long failingSince;

    /** The time of the last entry that was taken; at first when the sink was made. */
    @Column(name = "SHIPPED_UNTIL")
    long shippedUntil;

    /** When it is looked at again, or whoever ships is given up on. */
    @Column(name = "NEXT_ATTEMPT_AT")
    long nextAttemptAt;

    @Column(name = "LAST_DELIVERED_AT")
    @Nullable
    Long lastDeliveredAt;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "UPDATED_AT")
    long updatedAt;

    /** Starts anew with what was disabled. */
    void enable() {
        disabledAt = null;
        disabledReason = null;
        consecutiveFailures = 0;
        failingSince = null;
        nextAttemptAt = 0;
    }
}
