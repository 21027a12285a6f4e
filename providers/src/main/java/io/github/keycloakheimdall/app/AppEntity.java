/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A row of HEIMDALL_APP: what of an app its realm has no place for. Realm attributes would not do: who writes the whole
 * realm takes them away. Nodes, admins and the seeding write it at once, so an update names what it changes alone.
 * Times are milliseconds since the epoch.
 */
@Entity
@DynamicUpdate
@Table(name = "HEIMDALL_APP")
public class AppEntity {

    @Id
    @Column(name = "REALM_ID")
    String realmId;

    /** An admin's id; null where nobody knows. */
    @Column(name = "CREATED_BY")
    @Nullable
    String createdBy;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "UPDATED_AT")
    long updatedAt;

    @Column(name = "ENVIRONMENT")
    String environment;

    /** JSON. */
    @Column(name = "METADATA")
    String metadata;

    /** How many days attempts to reach the app's webhook are kept; null for as many as anybody's. */
    @Column(name = "ATTEMPT_DAYS")
    @Nullable
    Integer attemptDays;

    /** Whether the realm became an app, and did not leave since; null of one from before this was kept. */
    @Column(name = "OPTED_IN")
    @Nullable
    Boolean optedIn;

    /** Since when the app is being deleted; null of one that stays. */
    @Column(name = "REMOVED_AT")
    @Nullable
    Long removedAt;

    /** Until when a node deletes it alone. */
    @Column(name = "LEASED_UNTIL")
    @Nullable
    Long leasedUntil;
}
