/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the signed-in user may do.
 *
 * @param orgRole the role in the tenant that the bearer is for, or null
 * @param permissions sorted by name
 */
record MePermissions(
        @Schema(nullable = true) @Nullable String role,
        @Schema(nullable = true) @Nullable String orgRole,
        Collection<String> permissions)
        implements ApiResponse {}
