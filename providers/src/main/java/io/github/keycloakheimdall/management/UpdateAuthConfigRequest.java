/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.Toggle.Bounds;
import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The toggles to change; null leaves one as it is. */
record UpdateAuthConfigRequest(
        Boolean signupEnabled,
        Boolean signinEnabled,
        @Size(max = 100) List<String> signupAllowedEmailDomains,
        @Size(max = 255) String signupDefaultRole,

        @Min(Bounds.SESSION_MINUTES_MIN) @Max(Bounds.SESSION_MINUTES_MAX)
        Integer sessionDurationMinutes,

        @Min(Bounds.FAILURES_MIN) @Max(Bounds.FAILURES_MAX) Integer maxFailedLoginAttempts,
        @Min(Bounds.PASSWORD_MIN) @Max(Bounds.PASSWORD_MAX) Integer passwordMinLength,
        Boolean passwordRequireUppercase,
        Boolean passwordRequireNumber,
        Boolean passwordRequireSymbol,
        @Min(Bounds.SESSIONS_MIN) @Max(Bounds.SESSIONS_MAX) Integer maxSessions,
        Boolean enforceAppPermissions,
        @Pattern(regexp = "auto|confirm|reject") String oauthLinkPolicy,
        @Size(max = 100) List<String> allowedRedirectOrigins)
        implements ApiRequest {}
