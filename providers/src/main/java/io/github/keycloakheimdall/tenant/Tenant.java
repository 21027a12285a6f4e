/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import org.keycloak.models.OrganizationModel;

/**
 * A tenant: an organization of Keycloak's and the row that goes with it.
 *
 * @param organization its members, its name and whether it is enabled
 */
public record Tenant(OrganizationModel organization, TenantEntity row) {

    /** What the name of an organization ends with that had to differ from another one's. */
    static String suffix(String displayId) {
        return " (" + displayId + ')';
    }

    public String id() {
        return row.id;
    }

    public String displayId() {
        return row.displayId;
    }

    public String slug() {
        return row.slug;
    }

    /** The name as users see it; names of tenants need not differ, those of organizations must. */
    public String displayName() {
        String name = organization.getName();
        String suffix = suffix(row.displayId);
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    public TenantStatus status() {
        if (organization.isEnabled()) {
            return TenantStatus.ACTIVE;
        }
        return row.archived ? TenantStatus.ARCHIVED : TenantStatus.SUSPENDED;
    }

    /** JSON. */
    public String metadata() {
        return row.metadata;
    }

    /** Milliseconds since the epoch. */
    public long createdAt() {
        return row.createdAt;
    }

    /** Milliseconds since the epoch. */
    public long updatedAt() {
        return row.updatedAt;
    }
}
