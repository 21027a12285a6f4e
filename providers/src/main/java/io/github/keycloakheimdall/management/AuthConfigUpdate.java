/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AuthConfig;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.RealmChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/** Writes toggles to the realm's attributes, where the console edits them too. */
final class AuthConfigUpdate {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern ORIGIN = Pattern.compile(
            "https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|https?://\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private final KeycloakSession session;
    private final App app;
    private final Manager manager;

    AuthConfigUpdate(KeycloakSession session, App app, Manager manager) {
        this.session = session;
        this.app = app;
        this.manager = manager;
    }

    /**
     * Changes what is not null.
     *
     * @throws ApiException 400 for an unknown role, a domain that is none, or an origin with a path or a wildcard
     */
    AuthConfig apply(UpdateAuthConfigRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("signup_enabled", request.signupEnabled());
        values.put("signin_enabled", request.signinEnabled());
        values.put("signup_allowed_email_domains", domains(request.signupAllowedEmailDomains()));
        values.put("signup_default_role", role(request.signupDefaultRole()));
        values.put("refresh_token_ttl_seconds", seconds(request.sessionDurationMinutes()));
        values.put("max_failed_login_attempts", request.maxFailedLoginAttempts());
        values.put("password_min_length", request.passwordMinLength());
        values.put("password_require_uppercase", request.passwordRequireUppercase());
        values.put("password_require_number", request.passwordRequireNumber());
        values.put("password_require_symbol", request.passwordRequireSymbol());
        values.put("max_sessions", request.maxSessions());
        values.put("enforce_app_permissions", request.enforceAppPermissions());
        values.put("oauth_link_policy", request.oauthLinkPolicy());
        values.put("allowed_redirect_origins", origins(request.allowedRedirectOrigins()));
        values.forEach((name, value) -> {
            if (value != null) {
                app.realm().setAttribute("heimdall." + name, value.toString());
            }
        });
        RealmChange.announce(session, app.realm());
        new AdminEvents(session, manager.auth()).record(OperationType.UPDATE, ResourceType.REALM);
        return AuthConfig.of(app.realm());
    }

    private static Integer seconds(Integer minutes) {
        return minutes == null ? null : minutes * SECONDS_PER_MINUTE;
    }

    private String role(String name) {
        if (name != null && new Roles(session, app, manager).find(name).isEmpty()) {
            throw ApiException.invalid("signup_default_role", "is not a role of this app");
        }
        return name;
    }

    private static String domains(List<String> domains) {
        return domains == null
                ? null
                : joined(
                        "signup_allowed_email_domains",
                        domains.stream()
                                .map(domain -> domain.toLowerCase(Locale.ROOT))
                                .toList(),
                        DOMAIN);
    }

    private static String origins(List<String> origins) {
        return origins == null ? null : joined("allowed_redirect_origins", origins, ORIGIN);
    }

    private static String joined(String field, List<String> values, Pattern allowed) {
        for (int i = 0; i < values.size(); i++) {
            if (!allowed.matcher(values.get(i)).matches()) {
                throw ApiException.invalid(field + '.' + i, "is not valid");
            }
        }
        return String.join(",", values);
    }
}
