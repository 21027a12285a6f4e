/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * An invite as admins see it.
 *
 * @param code whole in the answer that makes it; later its beginning only, because the rest is not kept
 * @param roleName null when the role was deleted since
 */
record Invite(
        String id,
        String code,
        String email,
        @Schema(nullable = true) @Nullable String roleName,
        @Schema(nullable = true) @Nullable String roleId,
        int maxUses,
        int useCount,
        Instant expiresAt,
        @Schema(nullable = true) @Nullable Instant revokedAt,
        Instant createdAt)
        implements ApiResponse {

    static Invite of(RealmModel realm, InviteEntity row, String code) {
        RoleModel role = realm.getRoleById(row.roleId);
        return new Invite(
                row.id,
                code,
                row.email,
                role == null ? null : role.getName(),
                row.roleId,
                row.maxUses,
                row.useCount,
                Instant.ofEpochMilli(row.expiresAt),
                row.revokedAt == null ? null : Instant.ofEpochMilli(row.revokedAt),
                Instant.ofEpochMilli(row.createdAt));
    }
}
