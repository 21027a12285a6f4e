/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.outbound.SigningSecret;
import io.github.keycloakheimdall.table.Times;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An app's webhook, without its secret. The one route that answers with it says null where there is none. */
@Schema(nullable = true)
record WebhookConfig(
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
        Instant updatedAt)
        implements ApiResponse {

    static WebhookConfig of(WebhookEntity row) {
        return new WebhookConfig(
                row.id,
                row.realmId,
                row.url,
                row.types(),
                new SigningSecret(row.secret).hint(),
                Times.instant(row.disabledAt),
                row.disabledReason,
                row.consecutiveFailures,
                row.droppedCount,
                Times.instant(row.droppedAt),
                Instant.ofEpochMilli(row.createdAt),
                Instant.ofEpochMilli(row.updatedAt));
    }
}
