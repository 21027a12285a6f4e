/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/end-users/invites}. */
@Produces(MediaType.APPLICATION_JSON)
public final class InvitesResource {

    private final KeycloakSession session;
    private final App app;
    private final Invites invites;

    public InvitesResource(App app) {
        this.session = app.session();
        this.app = app;
        this.invites = new Invites(app);
    }

    @GET
    @Access(admin = AdminRole.VIEW_USERS)
    public InvitePage list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return invites.list(PageRequest.of(session, limit, cursor));
    }

    /** The only answer that shows the code; it is mailed too where the app sends mail. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_USERS)
    @APIResponseSchema(value = Invite.class, responseCode = "201")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, CreateInviteRequest request) {
        Caller caller = Callers.of(session);
        return Created.of(new Idempotency(app, key).once("invites", caller.id(), request, Invite.class, () -> {
            Invite made = invites.create(request, caller);
            mail(made, request);
            new AdminEvents(session, caller.recordedAs())
                    .invite(EventNote.NONE.with("role_name", made.roleName()), OperationType.CREATE, made.id());
            return made;
        }));
    }

    @DELETE
    @Path("{invite_id}")
    @Access(admin = AdminRole.MANAGE_USERS)
    @APIResponse(responseCode = "204", description = "Done")
    public void revoke(@PathParam("invite_id") String id) {
        invites.revoke(id);
        new AdminEvents(session, Callers.of(session).recordedAs())
                .invite(EventNote.of("invite.revoked"), OperationType.DELETE, id);
    }

    private void mail(Invite invite, CreateInviteRequest request) {
        Outbox outbox = new Outbox(app);
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
