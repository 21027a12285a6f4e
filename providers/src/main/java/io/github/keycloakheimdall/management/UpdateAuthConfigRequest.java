/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

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
        @Pattern(regexp = Roles.NAME) String signupDefaultRole,
        @Min(1) @Max(43_200) Integer sessionDurationMinutes,
        @Min(1) @Max(100) Integer maxFailedLoginAttempts,
        @Min(8) @Max(128) Integer passwordMinLength,
        Boolean passwordRequireUppercase,
        Boolean passwordRequireNumber,
        Boolean passwordRequireSymbol,
        @Min(1) @Max(1000) Integer maxSessions,
        Boolean enforceAppPermissions,
        @Pattern(regexp = "auto|confirm|reject") String oauthLinkPolicy,
        @Size(max = 100) List<String> allowedRedirectOrigins)
        implements ApiRequest {}
