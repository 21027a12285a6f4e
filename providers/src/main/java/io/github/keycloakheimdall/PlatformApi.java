/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.activity.AuditLogResource;
import io.github.keycloakheimdall.activity.AuditSinkResource;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.PlatformDoor;
import io.github.keycloakheimdall.health.HealthResource;
import io.github.keycloakheimdall.http.RequestUrl;
import io.github.keycloakheimdall.keys.ApiKeysResource;
import io.github.keycloakheimdall.machine.CredentialsResource;
import io.github.keycloakheimdall.mail.MailPreviewResource;
import io.github.keycloakheimdall.mail.NotificationSettingsResource;
import io.github.keycloakheimdall.provider.ProvidersResource;
import io.github.keycloakheimdall.registry.AppResource;
import io.github.keycloakheimdall.registry.CloneResource;
import io.github.keycloakheimdall.tenants.TenantsResource;
import io.github.keycloakheimdall.users.AuthConfigResource;
import io.github.keycloakheimdall.webhook.DeadLettersResource;
import io.github.keycloakheimdall.webhook.WebhookResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.keycloak.models.KeycloakSession;

/**
 * The table of routes below {@code /v1/apps/<id or slug>}, for Keycloak's admins: a feature a line. Those about the
 * app's users are inherited.
 */
@Path("/v1/apps/{app_id}")
public final class PlatformApi extends PlatformUsersApi {

    @Context
    KeycloakSession session;

    @PathParam("app_id")
    String appId;

    /** The app itself */
    @Path("")
    public AppResource app() {
        RequestUrl.check(session);
        return new AppResource(PlatformDoor.inspect(session, appId));
    }

    /** {@code /clone} */
    @Path("clone")
    public CloneResource clones() {
        return new CloneResource(enter());
    }

    /** {@code /auth-config} */
    @Path("auth-config")
    public AuthConfigResource authConfig() {
        return new AuthConfigResource(enter());
    }

    /** {@code /auth-config/providers} */
    @Path("auth-config/providers")
    public ProvidersResource providers() {
        return new ProvidersResource(enter());
    }

    /** {@code /notification-settings} */
    @Path("notification-settings")
    public NotificationSettingsResource notificationSettings() {
        return new NotificationSettingsResource(enter());
    }

    /** {@code /notification-settings/preview} */
    @Path("notification-settings/preview")
    public MailPreviewResource mailPreview() {
        return new MailPreviewResource(enter());
    }

    /** {@code /api-keys} */
    @Path("api-keys")
    public ApiKeysResource apiKeys() {
        return new ApiKeysResource(enter());
    }

    /** {@code /credentials} */
    @Path("credentials")
    public CredentialsResource credentials() {
        return new CredentialsResource(enter());
    }

    /** {@code /audit-logs} */
    @Path("audit-logs")
    public AuditLogResource auditLogs() {
        return new AuditLogResource(enter());
    }

    /** {@code /audit-sink} */
    @Path("audit-sink")
    public AuditSinkResource auditSink() {
        return new AuditSinkResource(enter());
    }

    /** {@code /webhook/dead-letters} */
    @Path("webhook/dead-letters")
    public DeadLettersResource deadLetters() {
        return new DeadLettersResource(enter());
    }

    /** {@code /webhook} */
    @Path("webhook")
    public WebhookResource webhook() {
        return new WebhookResource(enter());
    }

    /** {@code /tenants} */
    @Path("tenants")
    public TenantsResource tenants() {
        return new TenantsResource(enter());
    }

    /** {@code /health}: also of an app that is not served. */
    @Path("health")
    public HealthResource health() {
        RequestUrl.check(session);
        return new HealthResource(PlatformDoor.inspect(session, appId), Checks.ALL);
    }

    @Override
    App enter() {
        RequestUrl.check(session);
        return PlatformDoor.open(session, appId);
    }
}
