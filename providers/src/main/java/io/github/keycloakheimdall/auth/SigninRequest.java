/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

record SigninRequest(
        @NotNull @Size(max = 255) String identifier,
        @NotNull @Size(max = 1024) String password,
        @Size(max = 64) @Nullable String tenantId)
        implements ApiRequest {}
