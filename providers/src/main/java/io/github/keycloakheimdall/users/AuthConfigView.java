/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.AuthConfig;
import io.github.keycloakheimdall.app.OauthLinkPolicy;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The app's toggles as the API reads them. */
record AuthConfigView(
        boolean signupEnabled,
        boolean signinEnabled,
        List<String> signupAllowedEmailDomains,
        @Schema(nullable = true) @Nullable String signupDefaultRole,
        int sessionDurationMinutes,
        int maxFailedLoginAttempts,
        int passwordMinLength,
        boolean passwordRequireUppercase,
        boolean passwordRequireNumber,
        boolean passwordRequireSymbol,
        int maxSessions,
        boolean enforceAppPermissions,
        OauthLinkPolicy oauthLinkPolicy,
        List<String> allowedRedirectOrigins)
        implements ApiResponse {

    private static final int SECONDS_PER_MINUTE = 60;

    static AuthConfigView of(AuthConfig config) {
        return new AuthConfigView(
                config.signupEnabled(),
                config.signinEnabled(),
                config.signupAllowedEmailDomains(),
                config.signupDefaultRole(),
                Math.max(1, config.refreshTokenTtl() / SECONDS_PER_MINUTE),
                config.maxFailedLoginAttempts(),
                config.password().minLength(),
                config.password().uppercase(),
                config.password().number(),
                config.password().symbol(),
                config.maxSessions(),
                config.enforceAppPermissions(),
                config.oauthLinkPolicy(),
                config.allowedRedirectOrigins());
    }
}
