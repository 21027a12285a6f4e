/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import io.github.keycloakheimdall.key.ApiKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All keys of an app, in one page. */
record ApiKeyList(List<Summary> data, Pagination pagination) implements ApiResponse {

    static ApiKeyList of(List<ApiKey> keys) {
        return new ApiKeyList(keys.stream().map(Summary::of).toList(), Pagination.SINGLE_PAGE);
    }

    /** A key without its secret. */
    @Schema(name = "ApiKeySummary")
    record Summary(
            String id,
            String name,
            String keyPrefix,
            Collection<String> permissions,
            @Schema(nullable = true) @Nullable Instant lastUsedAt,
            Instant createdAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant expiresAt) {

        private static Summary of(ApiKey key) {
            return new Summary(
                    key.id(),
                    key.name(),
                    key.keyPrefix(),
                    key.permissions(),
                    key.lastUsedAt(),
                    key.createdAt(),
                    key.expiresAt());
        }
    }
}
