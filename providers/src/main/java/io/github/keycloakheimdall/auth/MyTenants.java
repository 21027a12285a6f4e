/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;

/** The tenants that the caller is a member of. */
record MyTenants(List<MyTenant> data) implements ApiResponse {

    /** A tenant, and the caller's role inside it. */
    record MyTenant(
            String tenantId,
            String displayId,
            String tenantSlug,
            String displayName,
            String roleName,
            Instant joinedAt) {}
}
