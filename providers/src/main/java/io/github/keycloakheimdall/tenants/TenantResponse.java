/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Metadata;
import io.github.keycloakheimdall.tenant.Tenant;
import io.github.keycloakheimdall.tenant.TenantStatus;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record TenantResponse(
        String id,
        String displayId,
        String appId,
        String slug,
        String displayName,
        TenantStatus status,
        Map<String, Object> metadata,
        @Schema(nullable = true) @Nullable Instant createdAt,
        @Schema(nullable = true) @Nullable Instant updatedAt)
        implements ApiResponse {

    static TenantResponse of(String appId, Tenant tenant) {
        return new TenantResponse(
                tenant.id(),
                tenant.displayId(),
                appId,
                tenant.slug(),
                tenant.displayName(),
                tenant.status(),
                Metadata.read(tenant.metadata()),
                Instant.ofEpochMilli(tenant.createdAt()),
                Instant.ofEpochMilli(tenant.updatedAt()));
    }
}
