/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/credentials}: machine clients. */
@Produces(MediaType.APPLICATION_JSON)
public final class CredentialsResource {

    private final KeycloakSession session;
    private final App app;

    public CredentialsResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    @GET
    @Access(admin = AdminRole.QUERY_CLIENTS)
    public MachineClientList list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return machines().list(PageRequest.of(session, limit, cursor));
    }

    /** One of the two answers that show a secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_CLIENTS)
    @APIResponseSchema(value = CreatedMachine.class, responseCode = "201")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, CreateMachineRequest request) {
        return Created.of(new Idempotency(app, key)
                .once("credentials", Callers.admin(session).id(), request, CreatedMachine.class, () -> {
                    CreatedMachine made = machines().create(request.name());
                    events().client(note("created", made.clientId()), OperationType.CREATE, made.id());
                    return made;
                }));
    }

    @GET
    @Path("{client_id}")
    @Access(admin = AdminRole.VIEW_CLIENTS, ofObjects = true)
    public MachineClient read(@PathParam("client_id") String clientId) {
        return machines().read(clientId);
    }

    /** Switches the client on or off. */
    @PATCH
    @Path("{client_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_CLIENTS, ofObjects = true)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response update(@PathParam("client_id") String clientId, UpdateMachineRequest request) {
        String id = machines().activate(clientId, request.active());
        events().client(note("updated", clientId).with("is_active", request.active()), OperationType.UPDATE, id);
        return Response.ok().type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    @DELETE
    @Path("{client_id}")
    @Access(admin = AdminRole.MANAGE_CLIENTS, ofObjects = true)
    public void delete(@PathParam("client_id") String clientId) {
        events().client(
                        note("deleted", clientId),
                        OperationType.DELETE,
                        machines().delete(clientId));
    }

    /** One of the two answers that show a secret; the one before is refused at once. */
    @POST
    @Path("{client_id}/rotate")
    @Access(admin = AdminRole.MANAGE_CLIENTS, ofObjects = true)
    public RotatedSecret rotate(@PathParam("client_id") String clientId) {
        RotatedSecret rotated = machines().rotate(clientId);
        events().client(
                        note("rotated", clientId),
                        OperationType.ACTION,
                        machines().idOf(clientId),
                        "client-secret");
        return rotated;
    }

    /** Replaces all scopes. */
    @PUT
    @Path("{client_id}/scopes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_CLIENTS, ofObjects = true)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response scopes(@PathParam("client_id") String clientId, SetScopesRequest request) {
        String id = machines().scope(clientId, request.permissions());
        EventNote note = note("updated", clientId).with("permissions", String.join(" ", request.permissions()));
        events().client(note, OperationType.UPDATE, id);
        return Response.ok().type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Machines machines() {
        return new Machines(app, Callers.admin(session));
    }

    private static EventNote note(String done, String clientId) {
        return EventNote.of("m2m.credential." + done).with("client_id", clientId);
    }

    private AdminEvents events() {
        return new AdminEvents(session, Callers.admin(session).recordedAs());
    }
}
