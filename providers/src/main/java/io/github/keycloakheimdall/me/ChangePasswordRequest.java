/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

record ChangePasswordRequest(
        @NotNull @Size(max = 1024) String currentPassword,
        @NotNull @Size(max = 1024) String newPassword) implements ApiRequest {}
