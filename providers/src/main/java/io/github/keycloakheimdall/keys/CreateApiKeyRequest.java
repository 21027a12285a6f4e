/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keys;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param expiresAt when the key stops to hold, or null for never */
record CreateApiKeyRequest(
        @NotNull @Size(min = 1, max = 120) String name,
        @NotNull @Size(min = 1, max = 100) List<String> permissions,
        @Nullable Instant expiresAt)
        implements ApiRequest {}
