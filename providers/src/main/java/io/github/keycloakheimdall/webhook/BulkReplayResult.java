/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.ApiResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of dead letters that were sent once more.
 *
 * @param replayed how many the receiver took
 * @param remaining how many were not tried
 * @param stoppedOn the one that was not taken, or null
 */
record BulkReplayResult(
        long replayed, long remaining, @Nullable StoppedOn stoppedOn) implements ApiResponse {

    /** The dead letter that ended it, and what the receiver said. */
    @Schema(nullable = true)
    record StoppedOn(
            String id,
            String eventId,
            String eventType,
            @Schema(nullable = true) @Nullable Integer statusCode,
            @Schema(nullable = true) @Nullable String error) {}
}
