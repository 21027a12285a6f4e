/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.app.ToggleKind.Choice;
import io.github.keycloakheimdall.app.ToggleKind.Flag;
import io.github.keycloakheimdall.app.ToggleKind.RoleName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * An app's toggles, one realm attribute {@code heimdall.<name>} each, in the order in which the console shows them.
 * What parses them and what the console offers both come from here. Durations are in seconds.
 */
public enum Toggle {
    ENABLED("enabled", new Flag(false, false)),
    STATUS("status", new Choice("active", "suspended", List.of("active", "suspended", "archived"))),
    SIGNUP_ENABLED("signup_enabled", new Flag(true, false)),
    SIGNUP_REQUIRES_PAK("signup_requires_pak", new Flag(false, true)),
    SIGNUP_DEFAULT_ROLE("signup_default_role", new RoleName(SystemRole.MEMBER.roleName())),
    SIGNUP_ALLOWED_EMAIL_DOMAINS("signup_allowed_email_domains", new Items(Patterns.DOMAIN)),
    SIGNIN_ENABLED("signin_enabled", new Flag(true, false)),
    MAX_FAILED_LOGIN_ATTEMPTS(
            "max_failed_login_attempts", new WholeNumber(5, Bounds.FAILURES_MIN, Bounds.FAILURES_MAX)),
    OAUTH_LINK_POLICY("oauth_link_policy", Choice.exact("confirm", "reject", List.of("auto", "confirm", "reject"))),
    ALLOWED_REDIRECT_ORIGINS("allowed_redirect_origins", new Items(Patterns.ORIGIN)),
    CODE_TTL_SECONDS("code_ttl_seconds", new WholeNumber(600, 60, Patterns.DAY)),
    RATE_LIMIT_SIGNUP_PER_MINUTE("rate_limit_signup_per_minute", new WholeNumber(60, 0, Patterns.RATE)),
    RATE_LIMIT_SIGNIN_PER_MINUTE("rate_limit_signin_per_minute", new WholeNumber(300, 0, Patterns.RATE)),
    RATE_LIMIT_REFRESH_PER_MINUTE("rate_limit_refresh_per_minute", new WholeNumber(0, 0, Patterns.RATE)),
    RATE_LIMIT_CODES_PER_MINUTE("rate_limit_codes_per_minute", new WholeNumber(60, 0, Patterns.RATE)),
    RATE_LIMIT_TOKEN_PER_MINUTE("rate_limit_token_per_minute", new WholeNumber(0, 0, Patterns.RATE)),
    PASSWORD_MIN_LENGTH("password_min_length", WholeNumber.demand(8, Bounds.PASSWORD_MIN, Bounds.PASSWORD_MAX)),
    PASSWORD_REQUIRE_UPPERCASE("password_require_uppercase", new Flag(false, true)),
    PASSWORD_REQUIRE_NUMBER("password_require_number", new Flag(false, true)),
    PASSWORD_REQUIRE_SYMBOL("password_require_symbol", new Flag(false, true)),
    ACCESS_TOKEN_TTL_SECONDS("access_token_ttl_seconds", new WholeNumber(3600, 1, Patterns.DAY)),
    REFRESH_TOKEN_TTL_SECONDS(
            "refresh_token_ttl_seconds", new WholeNumber(30 * Patterns.DAY, 1, Bounds.SESSION_MINUTES_MAX * 60)),
    MAX_SESSIONS("max_sessions", new WholeNumber(50, Bounds.SESSIONS_MIN, Bounds.SESSIONS_MAX)),
    SENSITIVE_MAX_AGE_SECONDS("sensitive_max_age_seconds", new WholeNumber(0, 0, Patterns.DAY, 900)),
    NOTIFICATIONS_ENABLED("notifications_enabled", new Flag(false, false)),
    WEB_ORIGIN("web_origin", new Origin()),
    ENFORCE_APP_PERMISSIONS("enforce_app_permissions", new Flag(false, true)),
    PROFILE_NAMING("profile_naming", new Choice("camelCase", "camelCase", List.of("camelCase", "snake_case")));

    private final String key;
    private final ToggleKind kind;

    Toggle(String key, ToggleKind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** The attribute's name without the prefix {@code heimdall.}. */
    public String key() {
        return key;
    }

    /** The realm attribute. */
    public String attribute() {
        return OwnAttributes.PREFIX + key;
    }

    public ToggleKind kind() {
        return kind;
    }

    /** What holds in that realm now, in its canonical form, whether it is set, absent or misspelt. */
    public String in(RealmModel realm) {
        return new RealmAttributes(realm).value(this);
    }

    /** What holds where that is the attribute's value, which may be null. */
    String read(@Nullable String stored) {
        if (stored == null || stored.isBlank()) {
            return kind.absent();
        }
        return kind.parse(stored.strip()).orElseGet(kind::stricter);
    }

    /** What holds of each in that realm now, by {@link #key}. */
    public static Map<String, String> allIn(RealmModel realm) {
        return Arrays.stream(values()).collect(Collectors.toMap(Toggle::key, toggle -> toggle.in(realm)));
    }

    /** Whether nothing is set in that realm, or something that can be read. */
    public boolean isReadableIn(RealmModel realm) {
        String value = realm.getAttribute(attribute());
        return value == null || value.isBlank() || kind.parse(value.strip()).isPresent();
    }

    /** The items of a list, set in that realm, that do not look like one. */
    public List<String> rejectedIn(RealmModel realm) {
        String value = realm.getAttribute(attribute());
        return value != null && kind instanceof Items items ? items.rejected(value) : List.of();
    }

    /** Sets the realm attribute to a value that its kind accepts, unless nothing is set and it holds already. */
    public void set(RealmModel realm, String value) {
        String before = realm.getAttribute(attribute());
        if (before == null ? !value.equals(in(realm)) : !value.equals(before)) {
            realm.setAttribute(attribute(), value);
        }
    }

    /** The ranges that the API tells of too, both ends included. */
    public static final class Bounds {
        public static final int FAILURES_MIN = 1;
        public static final int FAILURES_MAX = 100;
        public static final int PASSWORD_MIN = 8;
        public static final int PASSWORD_MAX = 128;
        public static final int SESSIONS_MIN = 1;
        public static final int SESSIONS_MAX = 1000;
        public static final int SESSION_MINUTES_MIN = 1;
        public static final int SESSION_MINUTES_MAX = 365 * 24 * 60;

        private Bounds() {}
    }

    /** Constants of the enum's own, which cannot be fields of it: they are needed to make its members. */
    private static final class Patterns {
        static final int DAY = 24 * 60 * 60;
        static final int RATE = 100_000;
        static final Pattern DOMAIN =
                Pattern.compile("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

        /** Schemes of native apps' own too, but none by which browsers run or read what the URL itself says. */
        static final Pattern ORIGIN =
                Pattern.compile("(?i)(?!(about|blob|data|file|filesystem|javascript|vbscript|view-source):)"
                        + "[a-z][a-z0-9+.-]*://[a-z0-9.\\[\\]:-]+");

        private Patterns() {}
    }
}
