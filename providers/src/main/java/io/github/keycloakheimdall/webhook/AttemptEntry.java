/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.Cursor;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One time that an event was sent. */
record AttemptEntry(
        String id,
        String eventId,
        String eventType,
        int attemptNumber,
        @Schema(nullable = true) @Nullable Integer statusCode,
        @Schema(nullable = true) @Nullable String errorMessage,
        @Schema(nullable = true) @Nullable Long latencyMs,
        @Schema(nullable = true) @Nullable String responseBody,
        Instant attemptedAt,
        String url) {

    static AttemptEntry of(AttemptEntity row) {
        return new AttemptEntry(
                row.id,
                row.eventId,
                row.eventType,
                row.attemptNumber,
                row.statusCode,
                row.errorMessage,
                row.latencyMs,
                row.responseBody,
                Instant.ofEpochMilli(row.attemptedAt),
                row.url);
    }

    Cursor place() {
        return new Cursor(Long.toString(attemptedAt.toEpochMilli()), id);
    }
}
