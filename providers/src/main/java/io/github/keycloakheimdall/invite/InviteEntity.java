/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of HEIMDALL_INVITE. Times are milliseconds since the epoch. */
@Entity
@Table(name = "HEIMDALL_INVITE")
public class InviteEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "EMAIL")
    String email;

    @Column(name = "ROLE_ID")
    String roleId;

    @Column(name = "CODE_HASH")
    String codeHash;

    @Column(name = "CODE_PREFIX")
    String codePrefix;

    @Column(name = "MAX_USES")
    int maxUses;

    @Column(name = "USE_COUNT")
    int useCount;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "EXPIRES_AT")
    long expiresAt;

    @Column(name = "REVOKED_AT")
    @Nullable
    Long revokedAt;
}
