/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.outbound.Answer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a dead letter that was sent once more.
 *
 * @param status {@code delivered} when the receiver took it, else {@code failed}
 */
record ReplayResult(
        @Schema(enumeration = {"delivered", "failed"}) String status,
        @Schema(nullable = true) @Nullable Integer statusCode,
        @Schema(nullable = true) @Nullable String error)
        implements ApiResponse {

    static ReplayResult of(Answer answer) {
        return answer.accepted()
                ? new ReplayResult("delivered", answer.status(), null)
                : new ReplayResult("failed", answer.status(), answer.reason());
    }
}
