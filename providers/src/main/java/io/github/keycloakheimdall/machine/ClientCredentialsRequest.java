/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Client and secret are here or in an {@code Authorization: Basic} header. */
record ClientCredentialsRequest(
        @NotNull String grantType,
        @Nullable String clientId,
        @Nullable String clientSecret) implements ApiRequest {}
