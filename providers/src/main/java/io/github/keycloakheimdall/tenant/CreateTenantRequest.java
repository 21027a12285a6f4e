/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

record CreateTenantRequest(
        @NotNull @Size(min = 1, max = 200) String displayName,
        @Pattern(regexp = UpdateTenantRequest.SLUG) String slug,
        Map<String, Object> metadata)
        implements ApiRequest {}
