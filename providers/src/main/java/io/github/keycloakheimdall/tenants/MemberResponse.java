/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.tenant.Member;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param invitedBy null: nobody but a backend or an admin adds members yet */
record MemberResponse(
        String id,
        String tenantId,
        String accountId,
        String roleId,
        String roleName,
        @Schema(nullable = true) @Nullable Instant joinedAt,
        @Schema(nullable = true) @Nullable String invitedBy)
        implements ApiResponse {

    static MemberResponse of(Member member) {
        return new MemberResponse(
                member.id(),
                member.tenantId(),
                member.accountId(),
                member.role().getId(),
                member.role().getName(),
                Instant.ofEpochMilli(member.joinedAt()),
                null);
    }
}
