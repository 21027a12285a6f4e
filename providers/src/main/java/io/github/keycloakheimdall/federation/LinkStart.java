/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;

/**
 * Where someone has their browser go who wants a provider linked.
 *
 * @param authorizeUrl good once, until then
 */
record LinkStart(String authorizeUrl, Instant expiresAt) implements ApiResponse {}
