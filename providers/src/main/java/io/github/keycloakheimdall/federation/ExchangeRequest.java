/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Body of {@code POST /auth/oauth/exchange}. */
record ExchangeRequest(@NotNull @Size(min = 16, max = 256) String code) implements ApiRequest {}
