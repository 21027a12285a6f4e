/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
 * @param sensitiveMaxAge how long ago the sign-in may be when one changes how one gets in; 0 for any time
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
        int sensitiveMaxAge,
        boolean camelCaseProfile,
        OauthLinkPolicy oauthLinkPolicy,
        List<String> allowedRedirectOrigins,
        int codeTtl,
        RateLimits rateLimits,
        boolean notificationsEnabled,
        @Nullable String webOrigin) {

    /** The toggles as they are now. */
    public static AuthConfig of(RealmModel realm) {
        RealmAttributes at = new RealmAttributes(realm);
        return new AuthConfig(
                at.choice(Toggle.STATUS, AppStatus.class),
                at.flag(Toggle.SIGNUP_ENABLED),
                at.flag(Toggle.SIGNIN_ENABLED),
                at.flag(Toggle.SIGNUP_REQUIRES_PAK),
                at.value(Toggle.SIGNUP_DEFAULT_ROLE),
                at.list(Toggle.SIGNUP_ALLOWED_EMAIL_DOMAINS).stream()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .toList(),
                new PasswordRules(
                        at.number(Toggle.PASSWORD_MIN_LENGTH),
                        at.flag(Toggle.PASSWORD_REQUIRE_UPPERCASE),
                        at.flag(Toggle.PASSWORD_REQUIRE_NUMBER),
                        at.flag(Toggle.PASSWORD_REQUIRE_SYMBOL)),
                at.number(Toggle.ACCESS_TOKEN_TTL_SECONDS),
                at.number(Toggle.REFRESH_TOKEN_TTL_SECONDS),
                at.flag(Toggle.ENFORCE_APP_PERMISSIONS),
                at.number(Toggle.MAX_FAILED_LOGIN_ATTEMPTS),
                at.number(Toggle.MAX_SESSIONS),
                at.number(Toggle.SENSITIVE_MAX_AGE_SECONDS),
                at.choice(Toggle.PROFILE_NAMING, ProfileNaming.class) == ProfileNaming.CAMELCASE,
                at.choice(Toggle.OAUTH_LINK_POLICY, OauthLinkPolicy.class),
                at.list(Toggle.ALLOWED_REDIRECT_ORIGINS).stream()
                        .filter(Toggle.ALLOWED_REDIRECT_ORIGINS.kind()::accepts)
                        .toList(),
                at.number(Toggle.CODE_TTL_SECONDS),
                new RateLimits(
                        at.number(Toggle.RATE_LIMIT_SIGNUP_PER_MINUTE),
                        at.number(Toggle.RATE_LIMIT_SIGNIN_PER_MINUTE),
                        at.number(Toggle.RATE_LIMIT_REFRESH_PER_MINUTE),
                        at.number(Toggle.RATE_LIMIT_CODES_PER_MINUTE),
                        at.number(Toggle.RATE_LIMIT_TOKEN_PER_MINUTE)),
                at.flag(Toggle.NOTIFICATIONS_ENABLED),
                at.origin(Toggle.WEB_ORIGIN));
    }

    /** The same, kept beside the realm; to be asked before the session changes the realm. */
    static AuthConfig remembered(RealmModel realm) {
        return RealmMemory.remember(realm, AuthConfig.class, () -> of(realm));
    }

    private enum ProfileNaming {
        CAMELCASE,
        SNAKE_CASE
    }
}
