/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * May the token's owner do all of this?
 *
 * @param token null where the bearer is meant
 */
record AuthorizeRequest(
        @Nullable String token,
        @Size(max = 255) @Nullable String permission,
        @Size(max = 200) @Nullable List<String> permissions)
        implements ApiRequest {

    List<String> asked() {
        return PermissionCheck.asked("permission", permission, permissions);
    }
}
