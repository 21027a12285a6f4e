/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the app mails; a text that is not set is null. */
record NotificationSettingsView(
        String appId,
        boolean notificationsViaEnvoi,
        @Schema(nullable = true) String defaultSenderAddress,
        @Schema(nullable = true) String verificationTemplateName,
        @Schema(nullable = true) String welcomeTemplateName,
        @Schema(nullable = true) String passwordResetTemplateName,
        @Schema(nullable = true) String webOrigin,
        Instant createdAt,
        Instant updatedAt)
        implements ApiResponse {}
