/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.RequireAppPermission;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /admin/users}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminUsersResource {

    private final KeycloakSession session;
    private final App app;

    public AdminUsersResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** {@code GET /admin/users}: a page by username. */
    @GET
    @RequireAppPermission(value = PermissionCatalogue.USER_LIST, always = true)
    public EndUser.EndUserList list(
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("status") String status,
            @QueryParam("search") String search) {
        Page<EndUser> page =
                new Directory(session, app).page(Directory.filter(status, search), PageRequest.of(limit, cursor));
        return new EndUser.EndUserList(page.rows(), page.pagination());
    }

    /** {@code POST /admin/users}: an account without a session. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.USER_CREATE, always = true)
    @APIResponseSchema(value = EndUser.Created.class, responseCode = "201")
    public Response create(CreateUserRequest request) {
        EndUser user = new Provisioning(session, app, manager()).create(request);
        return Response.status(Response.Status.CREATED).entity(user.created()).build();
    }

    /** {@code GET /admin/users/{user_id}}. */
    @GET
    @Path("{user_id}")
    @RequireAppPermission(value = PermissionCatalogue.USER_READ, always = true)
    public EndUser read(@PathParam("user_id") String id) {
        return new Directory(session, app).read(id);
    }

    /** {@code PATCH /admin/users/{user_id}}: display name and email. */
    @PATCH
    @Path("{user_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.USER_UPDATE, always = true)
    public EndUser update(@PathParam("user_id") String id, UpdateUserRequest request) {
        return new Provisioning(session, app, manager()).update(id, request);
    }

    /** {@code DELETE /admin/users/{user_id}}: for good. */
    @DELETE
    @Path("{user_id}")
    @RequireAppPermission(value = PermissionCatalogue.USER_DELETE, always = true)
    public void delete(@PathParam("user_id") String id) {
        people().delete(id);
    }

    /** {@code PATCH /admin/users/{user_id}/role}. */
    @PATCH
    @Path("{user_id}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.ROLE_ASSIGN, always = true)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response updateRole(@PathParam("user_id") String id, UpdateRoleOfUserRequest request) {
        people().assign(id, request.roleName());
        return Response.ok().type(MediaType.APPLICATION_JSON).build();
    }

    /** {@code PATCH /admin/users/{user_id}/status}. */
    @PATCH
    @Path("{user_id}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.USER_UPDATE, always = true)
    public EndUser updateStatus(@PathParam("user_id") String id, UpdateStatusRequest request) {
        return people().changeStatus(id, request.wanted());
    }

    private People people() {
        return new People(session, app, manager());
    }

    private Manager manager() {
        return Manager.of(session, app);
    }
}
