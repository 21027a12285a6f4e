/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AuthConfig;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.app.WholeNumber;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.realm.RealmChange;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;

/** Writes toggles to the realm's attributes, where the console edits them too. */
final class AuthConfigUpdate {

    private static final int SECONDS_PER_MINUTE = 60;

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    AuthConfigUpdate(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /**
     * Changes what is not null.
     *
     * @throws ApiException 400 for an unknown role, a domain that is none, or an origin with a path or a wildcard
     */
    AuthConfig apply(UpdateAuthConfigRequest request) {
        Map<String, String> before = Toggle.allIn(app.realm());
        set(Toggle.SIGNUP_ENABLED, request.signupEnabled());
        set(Toggle.SIGNIN_ENABLED, request.signinEnabled());
        set(Toggle.SIGNUP_DEFAULT_ROLE, role(request.signupDefaultRole()));
        set(Toggle.REFRESH_TOKEN_TTL_SECONDS, seconds(request.sessionDurationMinutes()));
        set(Toggle.MAX_FAILED_LOGIN_ATTEMPTS, request.maxFailedLoginAttempts());
        set(Toggle.PASSWORD_MIN_LENGTH, request.passwordMinLength());
        set(Toggle.PASSWORD_REQUIRE_UPPERCASE, request.passwordRequireUppercase());
        set(Toggle.PASSWORD_REQUIRE_NUMBER, request.passwordRequireNumber());
        set(Toggle.PASSWORD_REQUIRE_SYMBOL, request.passwordRequireSymbol());
        set(Toggle.MAX_SESSIONS, request.maxSessions());
        set(Toggle.ENFORCE_APP_PERMISSIONS, request.enforceAppPermissions());
        set(Toggle.OAUTH_LINK_POLICY, request.oauthLinkPolicy());
        setAll(Toggle.SIGNUP_ALLOWED_EMAIL_DOMAINS, request.signupAllowedEmailDomains());
        setAll(Toggle.ALLOWED_REDIRECT_ORIGINS, request.allowedRedirectOrigins());
        RealmChange.announce(session, app.realm());
        EventNote note = EventNote.NONE.changed(before, Toggle.allIn(app.realm()));
        new AdminEvents(session, caller.recordedAs()).record(note, OperationType.UPDATE, ResourceType.REALM);
        return AuthConfig.of(app.realm());
    }

    private void set(Toggle toggle, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String written = value.toString();
        if (!toggle.kind().accepts(written)) {
            throw ApiException.invalid(
                    toggle.key(),
                    toggle.kind() instanceof WholeNumber ? FieldFault.OUT_OF_RANGE : FieldFault.MALFORMED,
                    "is not valid");
        }
        toggle.set(app.realm(), written);
    }

    /** The refusal names the item that is at fault. */
    private void setAll(Toggle toggle, @Nullable List<String> items) {
        if (items == null) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i);
            if (item == null
                    || item.isBlank()
                    || item.indexOf(',') >= 0
                    || !toggle.kind().accepts(item)) {
                throw ApiException.invalid(
                        toggle.key() + '.' + i,
                        item == null || item.isBlank() ? FieldFault.REQUIRED : FieldFault.MALFORMED,
                        "is not valid");
            }
        }
        set(toggle, String.join(",", items));
    }

    private static @Nullable Integer seconds(@Nullable Integer minutes) {
        return minutes == null ? null : minutes * SECONDS_PER_MINUTE;
    }

    private @Nullable String role(@Nullable String name) {
        if (name == null) {
            return null;
        }
        if (AppRoles.named(app, name).isEmpty()) {
            throw ApiException.invalid("signup_default_role", FieldFault.UNKNOWN, "is not a role of this app");
        }
        return AppRoles.ofNewcomers(app.realm(), name)
                .map(RoleModel::getName)
                .orElseThrow(() ->
                        ApiException.invalid("signup_default_role", FieldFault.NOT_ALLOWED, "administers Keycloak"));
    }
}
