/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.Toggle.Bounds;
import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
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
