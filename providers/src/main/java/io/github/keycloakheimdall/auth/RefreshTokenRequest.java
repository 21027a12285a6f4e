/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;

record RefreshTokenRequest(@NotNull String refreshToken) implements ApiRequest {}
