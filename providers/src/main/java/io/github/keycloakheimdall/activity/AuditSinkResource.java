/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.KeycloakAdmin;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /v1/apps/<id>/audit-sink}. Whoever has the log sent to them reads it, so setting it up asks for the right to.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class AuditSinkResource {

    private final KeycloakSession session;
    private final AuditSinks sinks;

    public AuditSinkResource(App app) {
        this.session = app.session();
        this.sinks = new AuditSinks(app);
    }

    @GET
    @Access(admin = AdminRole.VIEW_REALM)
    public AuditSinkConfig read() {
        return AuditSinkConfig.of(sinks.require());
    }

    /** With a new secret each time, which this answer alone shows. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_REALM)
    public AuditSinkWithSecret put(UpsertAuditSinkRequest request) {
        Callers.admin(session).require(AdminRole.VIEW_EVENTS);
        boolean isNew = sinks.find().isEmpty();
        AuditSinkEntity row = sinks.put(request.url());
        record(isNew ? OperationType.CREATE : OperationType.UPDATE, EventNote.NONE.with("url", row.url));
        return AuditSinkWithSecret.of(row);
    }

    @DELETE
    @Access(admin = AdminRole.MANAGE_REALM)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete() {
        sinks.delete();
        record(OperationType.DELETE, EventNote.NONE);
    }

    private void record(OperationType operation, EventNote note) {
        KeycloakAdmin admin = Callers.admin(session);
        new AdminEvents(session, admin.recordedAs()).auditSink(note, operation);
    }
}
