/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

record MfaSendCodeRequest(
        @NotNull @Size(max = 255) String mfaToken,
        @NotNull @Size(max = 255) String factorId) implements ApiRequest {}
