/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;

/**
 * May the token's owner do all of this?
 *
 * @param token null where the bearer is meant
 */
record AuthorizeRequest(
        String token,
        @Size(max = 255) String permission,
        @Size(max = 200) List<String> permissions) implements ApiRequest {

    List<String> asked() {
        return PermissionCheck.asked("permission", permission, permissions);
    }
}
