/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

record CreatePermissionRequest(
        @NotNull @Pattern(regexp = PermissionKey.SEGMENT) String resource,
        @NotNull @Pattern(regexp = PermissionKey.SEGMENT) String action,
        @Size(max = 255) @Nullable String description)
        implements ApiRequest {

    String key() {
        return new PermissionKey(resource, action).toString();
    }
}
