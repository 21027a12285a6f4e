/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of HEIMDALL_WEBHOOK: where an app tells its backend what happens. Times are milliseconds since the epoch. */
@Entity
@Table(name = "HEIMDALL_WEBHOOK")
public class WebhookEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "URL")
    String url;

    /** Names, with a space between. */
    @Column(name = "EVENT_TYPES")
    String eventTypes;

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

    /** Dead letters that were not kept because there were too many. */
    @Column(name = "DROPPED_COUNT")
    long droppedCount;

    @Column(name = "DROPPED_AT")
    @Nullable
    Long droppedAt;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "UPDATED_AT")
    long updatedAt;

    /** The names of the events that it is told. */
    List<String> types() {
        return eventTypes.isEmpty() ? List.of() : List.of(eventTypes.split(" "));
    }

    /** Starts anew with what was disabled. */
    void enable() {
        disabledAt = null;
        disabledReason = null;
        consecutiveFailures = 0;
        failingSince = null;
    }
}
