/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

record SignupRequest(
        @NotNull @Size(min = 3, max = 255) String username,
        @NotNull @Size(min = 3, max = 254) String email,
        @NotNull @Size(max = 1024) String password,
        @Size(max = 120) @Nullable String displayName)
        implements ApiRequest {}
