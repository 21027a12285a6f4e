/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An app's webhook with its secret, which no other answer shows. */
record WebhookWithSecret(
        String id,
        String appId,
        String url,
        List<String> eventTypes,
        String signingSecretHint,
        @Schema(nullable = true) @Nullable Instant disabledAt,
        @Schema(nullable = true) @Nullable String disabledReason,
        int consecutiveFailures,
        long deadLetterDroppedCount,
        @Schema(nullable = true) @Nullable Instant deadLetterDroppedAt,
        Instant createdAt,
        Instant updatedAt,
        String signingSecret)
        implements ApiResponse {

    static WebhookWithSecret of(WebhookEntity row) {
        WebhookConfig config = WebhookConfig.of(row);
        return new WebhookWithSecret(
                config.id(),
                config.appId(),
                config.url(),
                config.eventTypes(),
                config.signingSecretHint(),
                config.disabledAt(),
                config.disabledReason(),
                config.consecutiveFailures(),
                config.deadLetterDroppedCount(),
                config.deadLetterDroppedAt(),
                config.createdAt(),
                config.updatedAt(),
                row.secret);
    }
}
