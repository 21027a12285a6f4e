/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record MfaVerifyRequest(
        @NotNull @Size(max = 255) String mfaToken,
        @NotNull @Size(max = 16) String code) implements ApiRequest {}
