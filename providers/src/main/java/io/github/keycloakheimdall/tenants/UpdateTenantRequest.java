/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;

/** What is null stays as it is; the metadata are replaced as a whole. */
record UpdateTenantRequest(
        @Size(min = 1, max = 200) String displayName,
        @Pattern(regexp = SLUG) String slug,
        @Pattern(regexp = "active|suspended|archived") String status,
        Map<String, Object> metadata)
        implements ApiRequest {

    static final String SLUG = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";
}
