/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.activity.AuditLogResource;
import io.github.keycloakheimdall.activity.AuditSinkResource;
import io.github.keycloakheimdall.activity.UserInsightsResource;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.PlatformDoor;
import io.github.keycloakheimdall.code.ContactVerificationResource;
import io.github.keycloakheimdall.code.EndUserVerificationResource;
import io.github.keycloakheimdall.contact.EndUserContactsResource;
import io.github.keycloakheimdall.health.HealthResource;
import io.github.keycloakheimdall.http.RequestUrl;
import io.github.keycloakheimdall.insight.EndUserInsightsResource;
import io.github.keycloakheimdall.invite.InvitesResource;
import io.github.keycloakheimdall.keys.ApiKeysResource;
import io.github.keycloakheimdall.machine.CredentialsResource;
import io.github.keycloakheimdall.mail.MailPreviewResource;
import io.github.keycloakheimdall.mail.NotificationSettingsResource;
import io.github.keycloakheimdall.provider.ProvidersResource;
import io.github.keycloakheimdall.registry.AppResource;
import io.github.keycloakheimdall.registry.CloneResource;
import io.github.keycloakheimdall.tenants.TenantsResource;
import io.github.keycloakheimdall.users.AuthConfigResource;
import io.github.keycloakheimdall.users.MembersResource;
import io.github.keycloakheimdall.users.PlatformPermissionsResource;
import io.github.keycloakheimdall.users.PlatformRolesResource;
import io.github.keycloakheimdall.users.PlatformUsersResource;
import io.github.keycloakheimdall.webhook.DeadLettersResource;
import io.github.keycloakheimdall.webhook.WebhookResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.keycloak.models.KeycloakSession;

/** The table of routes below {@code /v1/apps/<id or slug>}, for Keycloak's admins: a feature a line. */
@Path("/v1/apps/{app_id}")
public final class PlatformApi {

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

    /** {@code /members} */
    @Path("members")
    public MembersResource members() {
        return new MembersResource(enter());
    }

    /** {@code /roles} */
    @Path("roles")
    public PlatformRolesResource roles() {
        return new PlatformRolesResource(enter());
    }

    /** {@code /permissions} */
    @Path("permissions")
    public PlatformPermissionsResource permissions() {
        return new PlatformPermissionsResource(enter(), ConsumerApi.class);
    }

    /** {@code /end-users} */
    @Path("end-users")
    public PlatformUsersResource endUsers() {
        return new PlatformUsersResource(enter());
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

    /** {@code /end-user-insights} */
    @Path("end-user-insights")
    public EndUserInsightsResource insights() {
        return new EndUserInsightsResource(enter());
    }

    /** {@code /end-user-insights/users/<id>} */
    @Path("end-user-insights/users/{user_id}")
    public UserInsightsResource userInsights(@PathParam("user_id") String userId) {
        return new UserInsightsResource(enter(), userId);
    }

    /** {@code /end-users/<id>/contacts} */
    @Path("end-users/{user_id}/contacts")
    public EndUserContactsResource contacts(@PathParam("user_id") String userId) {
        return new EndUserContactsResource(enter(), userId);
    }

    /** {@code /end-users/<id>/resend-verification} */
    @Path("end-users/{user_id}/resend-verification")
    public EndUserVerificationResource verification(@PathParam("user_id") String userId) {
        return new EndUserVerificationResource(enter(), userId);
    }

    /** {@code /end-users/<id>/contacts/<id>/resend-verification} */
    @Path("end-users/{user_id}/contacts/{contact_id}/resend-verification")
    public ContactVerificationResource contactVerification(
            @PathParam("user_id") String userId, @PathParam("contact_id") String contactId) {
        return new ContactVerificationResource(enter(), userId, contactId);
    }

    /** {@code /end-users/invites} */
    @Path("end-users/invites")
    public InvitesResource invites() {
        return new InvitesResource(enter());
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

    private App enter() {
        RequestUrl.check(session);
        return PlatformDoor.open(session, appId);
    }
}
