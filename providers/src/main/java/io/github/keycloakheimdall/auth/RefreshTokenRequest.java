/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.http.ApiRequest;

record RefreshTokenRequest(@NotNull String refreshToken) implements ApiRequest {}
