/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one user did, and how they get in.
 *
 * @param noActivityRecorded whether the log has nothing of them; the contract spells it so
 * @param activity the newest of it
 * @param sessions those of the API that live, the oldest first
 * @param factors those that are enabled
 */
record UserInsights(
        @JsonProperty("noActivityRecorded") boolean noActivityRecorded,
        List<ActivityEntry> activity,
        List<LiveSession> sessions,
        List<Factor> factors)
        implements ApiResponse {

    /** Where a user is signed in. */
    record LiveSession(
            String id,
            @Schema(nullable = true) @Nullable String ip,
            @Schema(nullable = true) @Nullable String userAgent,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {}
}
