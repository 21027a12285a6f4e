/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

record UpdateUserRequest(
        @Size(max = 120) @Nullable String displayName,
        @Size(min = 3, max = 254) @Nullable String email) implements ApiRequest {}
