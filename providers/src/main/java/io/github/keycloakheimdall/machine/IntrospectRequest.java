/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a bearer asks about itself.
 *
 * @param token the bearer once more, or null
 * @param tokenTypeHint taken for the sake of OAuth libraries; there is one type
 */
record IntrospectRequest(@Nullable String token, @Nullable String tokenTypeHint) implements ApiRequest {}
