/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.http.TextChange;

/** The settings to change; what the body leaves out stays. */
record UpdateNotificationSettingsRequest(
        Boolean notificationsViaEnvoi,
        TextChange defaultSenderAddress,
        TextChange verificationTemplateName,
        TextChange welcomeTemplateName,
        TextChange passwordResetTemplateName,
        TextChange mfaCodeTemplateName,
        TextChange webOrigin)
        implements ApiRequest {}
