/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record MfaRecoverRequest(
        @NotNull @Size(max = 255) String mfaToken,
        @NotNull @Size(max = 64) String recoveryCode) implements ApiRequest {}
