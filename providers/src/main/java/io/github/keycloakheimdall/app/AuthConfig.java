/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.List;
import java.util.Locale;
import org.keycloak.models.RealmModel;

/**
 * An app's toggles, read from the realm's {@code heimdall.*} attributes. A value that does not parse is read as its
 * stricter side and logged once, a number out of range as its default. Durations are in seconds.
 *
 * @param signupAllowedEmailDomains in lower case; empty allows any
 * @param refreshTokenTtl the lifetime of a session from its start
 * @param notificationsEnabled whether this API sends mail
 * @param webOrigin where the links in mails lead, or null
 * @param maxSessions sessions a user may have; the oldest gives way
 */
public record AuthConfig(
        AppStatus status,
        boolean signupEnabled,
        boolean signinEnabled,
        boolean signupRequiresPak,
        String signupDefaultRole,
        List<String> signupAllowedEmailDomains,
        PasswordRules password,
        int accessTokenTtl,
        int refreshTokenTtl,
        boolean enforceAppPermissions,
        int maxFailedLoginAttempts,
        int maxSessions,
        boolean camelCaseProfile,
        OauthLinkPolicy oauthLinkPolicy,
        List<String> allowedRedirectOrigins,
        int codeTtl,
        boolean notificationsEnabled,
        String webOrigin) {

    private static final int DAY = 24 * 60 * 60;

    /** The toggles as they are now. */
    public static AuthConfig of(RealmModel realm) {
        RealmAttributes at = new RealmAttributes(realm);
        return new AuthConfig(
                at.choice("status", AppStatus.ACTIVE, AppStatus.SUSPENDED, AppStatus.class),
                at.flag("signup_enabled", true, false),
                at.flag("signin_enabled", true, false),
                at.flag("signup_requires_pak", false, true),
                at.text("signup_default_role", SystemRole.MEMBER.roleName()),
                at.list("signup_allowed_email_domains").stream()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .toList(),
                new PasswordRules(
                        at.number("password_min_length", 8, 8, 128),
                        at.flag("password_require_uppercase", false, true),
                        at.flag("password_require_number", false, true),
                        at.flag("password_require_symbol", false, true)),
                at.number("access_token_ttl_seconds", 3600, 1, DAY),
                at.number("refresh_token_ttl_seconds", 30 * DAY, 1, 365 * DAY),
                at.flag("enforce_app_permissions", false, true),
                at.number("max_failed_login_attempts", 5, 1, 100),
                at.number("max_sessions", 50, 1, 1000),
                at.choice("profile_naming", ProfileNaming.CAMELCASE, ProfileNaming.CAMELCASE, ProfileNaming.class)
                        == ProfileNaming.CAMELCASE,
                at.choice("oauth_link_policy", OauthLinkPolicy.CONFIRM, OauthLinkPolicy.REJECT, OauthLinkPolicy.class),
                at.list("allowed_redirect_origins"),
                at.number("code_ttl_seconds", 600, 60, DAY),
                at.flag("notifications_enabled", false, false),
                at.origin("web_origin"));
    }

    private enum ProfileNaming {
        CAMELCASE,
        SNAKE_CASE
    }
}
