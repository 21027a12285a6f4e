/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AuthConfig;
import io.github.keycloakheimdall.app.OwnAttributes;
import io.github.keycloakheimdall.app.RoleTimes;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.TextChange;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.realm.MailServer;
import io.github.keycloakheimdall.keycloak.realm.RealmChange;
import io.github.keycloakheimdall.keycloak.realm.RealmMail;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.StoredTime;
import io.github.keycloakheimdall.keycloak.user.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Reads and writes the realm's settings of mail, where the console edits them too. */
final class NotificationSettings {

    private static final String UPDATED_AT = OwnAttributes.NOTIFICATIONS_UPDATED_AT;
    private static final int MAX_ADDRESS = 255;

    private final KeycloakSession session;
    private final Caller caller;
    private final App app;
    private final RealmModel realm;
    private final MailServer server;
    private final RealmMail mail;
    private final ClearedTemplates cleared;

    NotificationSettings(App app, Caller caller) {
        this.session = app.session();
        this.caller = caller;
        this.app = app;
        this.realm = app.realm();
        this.server = new MailServer(session);
        this.mail = new RealmMail(session);
        this.cleared = new ClearedTemplates(realm);
    }

    NotificationSettingsView read() {
        AuthConfig config = AuthConfig.of(realm);
        return new NotificationSettingsView(
                app.id(),
                config.notificationsEnabled(),
                server.sender(),
                template(MailKind.VERIFICATION),
                template(MailKind.WELCOME),
                template(MailKind.PASSWORD_RESET),
                template(MailKind.MFA_CODE),
                config.webOrigin(),
                createdAt(),
                updatedAt());
    }

    /**
     * Changes what is not null.
     *
     * @throws ApiException 400 for a sender that is no address, a template that there is not, or an origin that is none
     */
    NotificationSettingsView update(UpdateNotificationSettingsRequest request) {
        NotificationSettingsView before = read();
        if (request.notificationsViaEnvoi() != null) {
            realm.setAttribute(
                    Toggle.NOTIFICATIONS_ENABLED.attribute(),
                    request.notificationsViaEnvoi().toString());
        }
        changeSender(request.defaultSenderAddress());
        changeOrigin(request.webOrigin());
        changeTemplate("verification_template_name", MailKind.VERIFICATION, request.verificationTemplateName());
        changeTemplate("welcome_template_name", MailKind.WELCOME, request.welcomeTemplateName());
        changeTemplate("password_reset_template_name", MailKind.PASSWORD_RESET, request.passwordResetTemplateName());
        changeTemplate("mfa_code_template_name", MailKind.MFA_CODE, request.mfaCodeTemplateName());
        realm.setAttribute(UPDATED_AT, Instant.ofEpochMilli(Clock.millis()).toString());
        RealmChange.announce(session, realm);
        NotificationSettingsView after = read();
        new AdminEvents(session, caller.recordedAs())
                .record(
                        EventNote.NONE.changed(before.settings(), after.settings()),
                        OperationType.UPDATE,
                        ResourceType.REALM);
        return after;
    }

    private void changeSender(@Nullable TextChange change) {
        if (change != null) {
            change.to().ifPresentOrElse(this::setSender, server::clearSender);
        }
    }

    private void setSender(String address) {
        if (address.length() > MAX_ADDRESS || !EmailAddress.valid(address) || !server.changeSender(address)) {
            FieldFault fault = address.length() > MAX_ADDRESS ? FieldFault.TOO_LONG : FieldFault.MALFORMED;
            throw ApiException.invalid("default_sender_address", fault, "is not valid");
        }
    }

    private void changeOrigin(@Nullable TextChange change) {
        if (change != null) {
            change.to().ifPresentOrElse(this::setOrigin, () -> realm.removeAttribute(Toggle.WEB_ORIGIN.attribute()));
        }
    }

    private void setOrigin(String origin) {
        if (!Toggle.WEB_ORIGIN.kind().accepts(origin)) {
            throw ApiException.invalid(
                    "web_origin", FieldFault.MALFORMED, "must be https://host[:port] or http://localhost[:port]");
        }
        realm.setAttribute(Toggle.WEB_ORIGIN.attribute(), origin);
    }

    private void changeTemplate(String field, MailKind kind, @Nullable TextChange change) {
        if (change == null) {
            return;
        }
        if (change.to().isPresent()
                && (!change.to().get().equals(kind.templateName()) || !mail.hasTemplate(kind.template()))) {
            throw ApiException.invalid(field, FieldFault.UNKNOWN, "must be " + kind.templateName() + " or null");
        }
        cleared.set(kind, change.to().isEmpty());
    }

    private @Nullable String template(MailKind kind) {
        return cleared.has(kind) || !mail.hasTemplate(kind.template()) ? null : kind.templateName();
    }

    /** The app's own age: the settings are there from its start. */
    private Instant createdAt() {
        RoleModel oldest = realm.getRole(SystemRole.OWNER.roleName());
        return oldest == null ? Instant.EPOCH : RoleTimes.createdAt(oldest);
    }

    private Instant updatedAt() {
        return StoredTime.of(realm.getAttribute(UPDATED_AT), UPDATED_AT, realm.getName())
                .orElseGet(this::createdAt);
    }
}
