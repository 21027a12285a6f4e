/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/notification-settings}: what the app mails, and in whose name. */
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationSettingsResource {

    private final KeycloakSession session;
    private final App app;

    public NotificationSettingsResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** {@code GET /v1/apps/<id>/notification-settings}. */
    @GET
    @Access(admin = AdminRole.VIEW_REALM)
    public NotificationSettingsView read() {
        return settings().read();
    }

    /** {@code PATCH /v1/apps/<id>/notification-settings}: what the body names; null clears. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_REALM)
    public NotificationSettingsView update(UpdateNotificationSettingsRequest request) {
        return settings().update(request);
    }

    private NotificationSettings settings() {
        return new NotificationSettings(app, Callers.of(session));
    }
}
