/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CloneAppRequest(
        @NotNull @Pattern(regexp = Slugs.SHAPE) String slug,

        @NotNull @Pattern(regexp = "production|staging|development")
        String environment,

        @Size(min = 1, max = 120) @Nullable String displayName,
        @Nullable Boolean copyTenants)
        implements ApiRequest {

    @Override
    public List<FieldError> faults() {
        return Slugs.faults(slug);
    }
}
