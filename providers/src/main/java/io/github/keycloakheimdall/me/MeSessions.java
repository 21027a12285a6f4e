/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user's live sessions, the oldest first, on one page. */
record MeSessions(List<MeSession> data, Pagination pagination) implements ApiResponse {

    /**
     * A session.
     *
     * @param isCurrent whether it backs the request's bearer
     */
    record MeSession(
            String id,
            @Schema(nullable = true) @Nullable String ip,
            @Schema(nullable = true) @Nullable String userAgent,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean isCurrent) {}
}
