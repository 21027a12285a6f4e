/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of HEIMDALL_TENANT: what an organization of Keycloak's has no place for. Its id is the organization's. Times
 * are milliseconds since the epoch.
 */
@Entity
@Table(name = "HEIMDALL_TENANT")
public class TenantEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "DISPLAY_ID")
    String displayId;

    @Column(name = "SLUG")
    String slug;

    @Column(name = "ARCHIVED")
    boolean archived;

    /** JSON. */
    @Column(name = "METADATA")
    String metadata;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "UPDATED_AT")
    long updatedAt;

    /** A new one, without metadata. */
    static TenantEntity of(String realmId, String id, String displayId, String slug) {
        TenantEntity row = new TenantEntity();
        row.id = id;
        row.realmId = realmId;
        row.displayId = displayId;
        row.slug = slug;
        row.metadata = "{}";
        row.createdAt = Clock.millis();
        row.updatedAt = row.createdAt;
        return row;
    }
}
