/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Several questions about one token.
 *
 * @param token null where the bearer is meant
 */
record AuthorizeBatchRequest(
        @Nullable String token, @NotNull @Size(max = 200) List<Check> checks) implements ApiRequest {

    /** @param id comes back with the result */
    @Schema(name = "AuthorizationCheck")
    record Check(
            @Size(max = 255) String id,
            @Size(max = 255) String permission,
            @Size(max = 200) List<String> permissions) {

        List<String> asked(int index) {
            return PermissionCheck.asked("checks." + index + ".permission", permission, permissions);
        }
    }
}
