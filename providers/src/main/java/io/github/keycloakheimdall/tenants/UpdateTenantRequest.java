/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is null stays as it is; the metadata are replaced as a whole. */
record UpdateTenantRequest(
        @Size(min = 1, max = 200) @Nullable String displayName,
        @Pattern(regexp = SLUG) @Nullable String slug,

        @Pattern(regexp = "active|suspended|archived") @Nullable
        String status,

        @Nullable Map<String, Object> metadata)
        implements ApiRequest {

    static final String SLUG = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";
}
