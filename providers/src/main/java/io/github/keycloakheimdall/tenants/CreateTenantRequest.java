/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record CreateTenantRequest(
        @NotNull @Size(min = 1, max = 200) String displayName,

        @Pattern(regexp = UpdateTenantRequest.SLUG) @Nullable
        String slug,

        @Nullable Map<String, Object> metadata)
        implements ApiRequest {}
