/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.key.ApiKey;
import io.github.keycloakheimdall.key.NewApiKey;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A key that was just made.
 *
 * @param key the secret, which nothing shows again
 */
record CreatedApiKey(
        String id,
        String name,
        String key,
        String keyPrefix,
        Collection<String> permissions,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt)
        implements ApiResponse {

    static CreatedApiKey of(NewApiKey made) {
        ApiKey key = made.key();
        return new CreatedApiKey(
                key.id(), key.name(), made.raw(), key.keyPrefix(), key.permissions(), key.createdAt(), key.expiresAt());
    }
}
