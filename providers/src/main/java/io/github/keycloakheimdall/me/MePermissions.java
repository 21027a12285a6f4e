/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the signed-in user may do.
 *
 * @param orgRole the role in the tenant that the bearer is for, or null
 * @param permissions sorted by name
 */
record MePermissions(
        @Schema(nullable = true) String role,
        @Schema(nullable = true) String orgRole,
        Collection<String> permissions) implements ApiResponse {}
