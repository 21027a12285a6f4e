/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/end-users/invites}. */
@Produces(MediaType.APPLICATION_JSON)
public final class InvitesResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final App app;
    private final Invites invites;

    public InvitesResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
        this.app = caller.app();
        this.invites = new Invites(session, app);
    }

    @GET
    @RequireAdminRole(AdminRole.VIEW_USERS)
    public InvitePage list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return invites.list(PageRequest.of(limit, cursor));
    }

    /** The only answer that shows the code; it is mailed too where the app sends mail. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponseSchema(value = Invite.class, responseCode = "201")
    public Response create(CreateInviteRequest request) {
        String admin = caller.admin().getUser().getId();
        Invite created = new Idempotency(session, app).once("invites", admin, request, Invite.class, () -> {
            Invite made = invites.create(request, caller.admin());
            mail(made, request);
            new AdminEvents(session, caller.admin()).invite(OperationType.CREATE, made.id());
            return made;
        });
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @DELETE
    @Path("{invite_id}")
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponse(responseCode = "204", description = "Done")
    public void revoke(@PathParam("invite_id") String id) {
        invites.revoke(id);
        new AdminEvents(session, caller.admin()).invite(OperationType.DELETE, id);
    }

    private void mail(Invite invite, CreateInviteRequest request) {
        Outbox outbox = new Outbox(session, app);
        if (!outbox.open()) {
            return;
        }
        Map<String, Object> values = new HashMap<>(Map.of("hours", request.hours()));
        if (request.name() != null && !request.name().isBlank()) {
            values.put("name", request.name());
        }
        outbox.sendAfterCommit(
                outbox.compose(MailKind.INVITATION, invite.email(), outbox.localeOf(null), invite.code(), values));
    }
}
