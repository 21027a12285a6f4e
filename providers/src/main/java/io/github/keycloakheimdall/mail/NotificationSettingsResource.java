/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/notification-settings}: what the app mails, and in whose name. */
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationSettingsResource {

    private final NotificationSettings settings;

    public NotificationSettingsResource(KeycloakSession session, PlatformCaller caller) {
        this.settings = new NotificationSettings(session, caller);
    }

    /** {@code GET /v1/apps/<id>/notification-settings}. */
    @GET
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public NotificationSettingsView read() {
        return settings.read();
    }

    /** {@code PATCH /v1/apps/<id>/notification-settings}: what the body names; null clears. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public NotificationSettingsView update(UpdateNotificationSettingsRequest request) {
        return settings.update(request);
    }
}
