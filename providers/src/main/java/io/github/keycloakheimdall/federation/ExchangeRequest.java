/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

/** Body of {@code POST /auth/oauth/exchange}. */
record ExchangeRequest(@NotNull @Size(min = 16, max = 256) String code) implements ApiRequest {}
