/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.PageRequest;
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
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;

/** {@code /v1/apps/<id>/roles}. */
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformRolesResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final App app;

    public PlatformRolesResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
        this.app = caller.app();
    }

    /** {@code GET /v1/apps/<id>/roles}: a page, the oldest first. */
    @GET
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public RoleView.RoleList list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return RoleView.RoleList.of(app, roles().page(PageRequest.of(limit, cursor)));
    }

    /** {@code POST /v1/apps/<id>/roles}: a role that holds nothing yet. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    @APIResponseSchema(value = RoleView.class, responseCode = "201")
    public Response create(CreateRoleRequest request) {
        RoleModel role = roles().create(request.name(), request.description());
        return Response.status(Response.Status.CREATED)
                .entity(RoleView.of(app, role))
                .build();
    }

    /** {@code GET /v1/apps/<id>/roles/permissions}: the same catalogue as the permissions'. */
    @GET
    @Path("permissions")
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public PermissionEntry.Catalogue catalogue() {
        return PermissionEntry.Catalogue.of(app, new Permissions(session, app, Manager.of(caller)).all());
    }

    /** {@code POST /v1/apps/<id>/roles/assign}. */
    @POST
    @Path("assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public Membership assign(AssignRoleRequest request) {
        People people = new People(session, app, Manager.of(caller));
        EndUser user = people.assign(request.accountId(), request.role());
        RoleModel role = roles().find(request.role()).orElseThrow(ApiException::notFound);
        return new Membership(user.id(), app.id(), user.id(), role.getId(), user.joinedAt());
    }

    /** {@code GET /v1/apps/<id>/roles/{role_name}}. */
    @GET
    @Path("{role_name}")
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public RoleView.RoleDetail read(@PathParam("role_name") String name) {
        Roles roles = roles();
        RoleModel role = roles.require(name);
        return RoleView.RoleDetail.of(app, role, roles.permissions(role));
    }

    /** {@code PATCH /v1/apps/<id>/roles/{role_name}}: the description; a name never changes. */
    @PATCH
    @Path("{role_name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public RoleView update(@PathParam("role_name") String name, UpdateRoleRequest request) {
        return RoleView.of(app, roles().describe(name, request.description()));
    }

    /** {@code DELETE /v1/apps/<id>/roles/{role_name}}. */
    @DELETE
    @Path("{role_name}")
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public void delete(@PathParam("role_name") String name) {
        roles().delete(name);
    }

    /** {@code PUT /v1/apps/<id>/roles/{role_name}/permissions}: all of them anew. */
    @PUT
    @Path("{role_name}/permissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response setPermissions(@PathParam("role_name") String name, SetPermissionsRequest request) {
        new RolePermissions(session, app, Manager.of(caller)).replace(name, request.permissions());
        return Response.ok().type(MediaType.APPLICATION_JSON).build();
    }

    private Roles roles() {
        return new Roles(session, app, Manager.of(caller));
    }
}
