/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tenants that the caller is a member of. */
record MyTenants(List<MyTenant> data) implements ApiResponse {

    /** A tenant, and the caller's role inside it. */
    record MyTenant(
            String tenantId,
            String displayId,
            String tenantSlug,
            String displayName,
            String roleName,
            @Schema(nullable = true) @Nullable Instant joinedAt) {}
}
