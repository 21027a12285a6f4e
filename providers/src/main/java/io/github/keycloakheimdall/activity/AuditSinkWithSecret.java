/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an app's audit log is sent, with the secret, which no other answer shows. */
record AuditSinkWithSecret(
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
        Instant updatedAt,
        String signingSecret)
        implements ApiResponse {

    static AuditSinkWithSecret of(AuditSinkEntity row) {
        AuditSinkConfig config = AuditSinkConfig.of(row);
        return new AuditSinkWithSecret(
                config.id(),
                config.appId(),
                config.url(),
                config.signingSecretHint(),
                config.enabled(),
                config.disabledAt(),
                config.disabledReason(),
                config.consecutiveFailures(),
                config.lastDeliveredAt(),
                config.createdAt(),
                config.updatedAt(),
                row.secret);
    }
}
