/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.outbound.SigningSecret;
import io.github.keycloakheimdall.table.Times;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an app's audit log is sent, without the secret. */
record AuditSinkConfig(
        String id,
        String appId,
        String url,
        String signingSecretHint,
        boolean enabled,
        @Schema(nullable = true) @Nullable Instant disabledAt,
        @Schema(nullable = true) @Nullable String disabledReason,
        int consecutiveFailures,
        @Schema(nullable = true) @Nullable Instant lastDeliveredAt,
        Instant createdAt,
        Instant updatedAt)
        implements ApiResponse {

    static AuditSinkConfig of(AuditSinkEntity row) {
        return new AuditSinkConfig(
                row.id,
                row.realmId,
                row.url,
                new SigningSecret(row.secret).hint(),
                row.disabledAt == null,
                Times.instant(row.disabledAt),
                row.disabledReason,
                row.consecutiveFailures,
                Times.instant(row.lastDeliveredAt),
                Instant.ofEpochMilli(row.createdAt),
                Instant.ofEpochMilli(row.updatedAt));
    }
}
