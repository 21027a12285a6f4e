/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/credentials}: machine clients. */
@Produces(MediaType.APPLICATION_JSON)
public final class CredentialsResource {

    private static final int DEFAULT_LIMIT = 50;

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final Machines machines;
    private final AdminEvents events;

    public CredentialsResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
        this.machines = new Machines(session, caller.app());
        this.events = new AdminEvents(session, caller.admin());
    }

    @GET
    @RequireAdminRole(AdminRole.VIEW_CLIENTS)
    public MachineClientList list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return machines.list(limit(limit), cursor);
    }

    /** One of the two answers that show a secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_CLIENTS)
    @APIResponseSchema(value = CreatedMachine.class, responseCode = "201")
    public Response create(CreateMachineRequest request) {
        CreatedMachine created = new Idempotency(session, caller.app())
                .once("credentials", caller.admin().getUser().getId(), request, CreatedMachine.class, () -> {
                    CreatedMachine made = machines.create(request.name());
                    events.client(OperationType.CREATE, made.id());
                    return made;
                });
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @GET
    @Path("{client_id}")
    @RequireAdminRole(AdminRole.VIEW_CLIENTS)
    public MachineClient read(@PathParam("client_id") String clientId) {
        return machines.read(clientId);
    }

    /** Switches the client on or off. */
    @PATCH
    @Path("{client_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_CLIENTS)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response update(@PathParam("client_id") String clientId, UpdateMachineRequest request) {
        events.client(OperationType.UPDATE, machines.activate(clientId, request.active()));
        return Response.ok().type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    @DELETE
    @Path("{client_id}")
    @RequireAdminRole(AdminRole.MANAGE_CLIENTS)
    public void delete(@PathParam("client_id") String clientId) {
        events.client(OperationType.DELETE, machines.delete(clientId));
    }

    /** One of the two answers that show a secret; the one before is refused at once. */
    @POST
    @Path("{client_id}/rotate")
    @RequireAdminRole(AdminRole.MANAGE_CLIENTS)
    public RotatedSecret rotate(@PathParam("client_id") String clientId) {
        RotatedSecret rotated = machines.rotate(clientId);
        events.client(OperationType.ACTION, machines.idOf(clientId), "client-secret");
        return rotated;
    }

    /** Replaces all scopes. */
    @PUT
    @Path("{client_id}/scopes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_CLIENTS)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response scopes(@PathParam("client_id") String clientId, SetScopesRequest request) {
        events.client(OperationType.UPDATE, machines.scope(clientId, request.permissions()));
        return Response.ok().type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static int limit(String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[1-9]\\d?|1\\d\\d|200")) {
            throw ApiException.invalid("limit", "must be a number from 1 to 200");
        }
        return Integer.parseInt(limit);
    }
}
