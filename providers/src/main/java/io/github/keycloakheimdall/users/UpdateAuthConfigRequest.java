/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.Toggle.Bounds;
import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The toggles to change; null leaves one as it is. */
record UpdateAuthConfigRequest(
        @Nullable Boolean signupEnabled,
        @Nullable Boolean signinEnabled,
        @Size(max = 100) @Nullable List<String> signupAllowedEmailDomains,
        @Size(max = 255) @Nullable String signupDefaultRole,

        @Min(Bounds.SESSION_MINUTES_MIN) @Max(Bounds.SESSION_MINUTES_MAX) @Nullable
        Integer sessionDurationMinutes,

        @Min(Bounds.FAILURES_MIN) @Max(Bounds.FAILURES_MAX) @Nullable
        Integer maxFailedLoginAttempts,

        @Min(Bounds.PASSWORD_MIN) @Max(Bounds.PASSWORD_MAX) @Nullable
        Integer passwordMinLength,

        @Nullable Boolean passwordRequireUppercase,
        @Nullable Boolean passwordRequireNumber,
        @Nullable Boolean passwordRequireSymbol,

        @Min(Bounds.SESSIONS_MIN) @Max(Bounds.SESSIONS_MAX) @Nullable
        Integer maxSessions,

        @Nullable Boolean enforceAppPermissions,
        @Pattern(regexp = "auto|confirm|reject") @Nullable String oauthLinkPolicy,
        @Size(max = 100) @Nullable List<String> allowedRedirectOrigins)
        implements ApiRequest {}
