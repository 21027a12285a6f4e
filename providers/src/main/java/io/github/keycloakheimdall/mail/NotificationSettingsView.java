/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the app mails; a text that is not set is null. */
record NotificationSettingsView(
        String appId,
        boolean notificationsViaEnvoi,
        @Schema(nullable = true) @Nullable String defaultSenderAddress,
        @Schema(nullable = true) @Nullable String verificationTemplateName,
        @Schema(nullable = true) @Nullable String welcomeTemplateName,
        @Schema(nullable = true) @Nullable String passwordResetTemplateName,
        @Schema(nullable = true) @Nullable String mfaCodeTemplateName,
        @Schema(nullable = true) @Nullable String webOrigin,
        Instant createdAt,
        Instant updatedAt)
        implements ApiResponse {

    /** What can be changed, by its name in the API. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("notifications_via_envoi", notificationsViaEnvoi);
        settings.put("default_sender_address", defaultSenderAddress);
        settings.put("verification_template_name", verificationTemplateName);
        settings.put("welcome_template_name", welcomeTemplateName);
        settings.put("password_reset_template_name", passwordResetTemplateName);
        settings.put("mfa_code_template_name", mfaCodeTemplateName);
        settings.put("web_origin", webOrigin);
        return settings;
    }
}
