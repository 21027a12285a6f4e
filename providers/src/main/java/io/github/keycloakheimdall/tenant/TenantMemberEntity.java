/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row of HEIMDALL_TENANT_MEMBER: since when somebody is a member, and at times as what. Whether they are, the
 * organization knows. Times are milliseconds since the epoch.
 */
@Entity
@Table(name = "HEIMDALL_TENANT_MEMBER")
public class TenantMemberEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "TENANT_ID")
    String tenantId;

    @Column(name = "USER_ID")
    String userId;

    /** Their role in the tenant, where Keycloak has no group for it. */
    @Column(name = "ROLE_NAME")
    @Nullable
    String role;

    @Column(name = "JOINED_AT")
    long joinedAt;
}
