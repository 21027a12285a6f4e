/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.http.TextChange;
import org.jspecify.annotations.Nullable;

/** The settings to change; what the body leaves out stays. */
record UpdateNotificationSettingsRequest(
        @Nullable Boolean notificationsViaEnvoi,
        @Nullable TextChange defaultSenderAddress,
        @Nullable TextChange verificationTemplateName,
        @Nullable TextChange welcomeTemplateName,
        @Nullable TextChange passwordResetTemplateName,
        @Nullable TextChange mfaCodeTemplateName,
        @Nullable TextChange webOrigin)
        implements ApiRequest {}
