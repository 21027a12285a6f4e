/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of HEIMDALL_TENANT: what an organization of Keycloak's has no place for. Its id is the organization's. Times are
 * milliseconds since the epoch.
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
}
