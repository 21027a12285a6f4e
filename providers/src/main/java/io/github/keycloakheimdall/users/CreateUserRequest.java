/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

record CreateUserRequest(
        @NotNull @Size(min = 3, max = 254) String email,
        @Size(min = 3, max = 255) String username,
        @Size(max = 1024) String password,
        @Size(max = 120) String displayName,
        @Size(max = 255) String roleName)
        implements ApiRequest {}
