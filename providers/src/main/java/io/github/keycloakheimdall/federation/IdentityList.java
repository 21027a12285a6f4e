/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /me/identities}. */
record IdentityList(List<Identity> data) implements ApiResponse {

    /**
     * A link to a provider.
     *
     * @param provider its alias
     * @param username what the provider calls the user, or null
     */
    record Identity(
            String provider,
            @Schema(nullable = true) @Nullable String username) implements ApiResponse {}
}
