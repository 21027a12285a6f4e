/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

/**
 * Body of {@code POST /me/identities/{provider}/authorize}.
 *
 * @param returnTo a URL of one of the app's allowed redirect origins
 */
record LinkStartRequest(@NotNull @Size(min = 1, max = 2048) String returnTo) implements ApiRequest {}
