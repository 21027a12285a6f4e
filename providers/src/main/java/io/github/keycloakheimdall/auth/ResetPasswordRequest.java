/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

record ResetPasswordRequest(
        @NotNull @Size(max = 64) String code,
        @NotNull @Size(max = 1024) String newPassword) implements ApiRequest {}
