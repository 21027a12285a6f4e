/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.caller.TokenFailure;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.token.AccessClaims;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a token holds, and whose it is.
 *
 * @param error only of one that does not hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerifyResponse(
        boolean valid,
        @Nullable TokenFailure error,
        @Nullable Principal principal) implements ApiResponse {

    /**
     * Whose token it is.
     *
     * @param role a user's only
     * @param permissions a machine client's only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Principal(
            String sub,
            String aid,

            @Schema(enumeration = {AccessClaims.END_USER, AccessClaims.M2M})
            String type,

            @Nullable String role,
            @Nullable Collection<String> permissions) {}
}
