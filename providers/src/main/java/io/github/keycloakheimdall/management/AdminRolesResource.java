/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.RequireAppPermission;
import io.github.keycloakheimdall.http.PageRequest;
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

/** {@code /admin/roles}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminRolesResource {

    private final KeycloakSession session;
    private final App app;

    public AdminRolesResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** {@code GET /admin/roles}: a page, the oldest first. */
    @GET
    @RequireAppPermission(value = PermissionCatalogue.ROLE_READ, always = true)
    public RoleView.RoleList list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return RoleView.RoleList.of(app, roles().page(PageRequest.of(limit, cursor)));
    }

    /** {@code POST /admin/roles}: a role that holds nothing yet. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.ROLE_CREATE, always = true)
    @APIResponseSchema(value = RoleView.class, responseCode = "201")
    public Response create(CreateRoleRequest request) {
        RoleModel role = roles().create(request.name(), request.description());
        return Response.status(Response.Status.CREATED)
                .entity(RoleView.of(app, role))
                .build();
    }

    /** {@code GET /admin/roles/{role_name}}. */
    @GET
    @Path("{role_name}")
    @RequireAppPermission(value = PermissionCatalogue.ROLE_READ, always = true)
    public RoleView.RoleDetail read(@PathParam("role_name") String name) {
        Roles roles = roles();
        RoleModel role = roles.require(name);
        return RoleView.RoleDetail.of(app, role, roles.permissions(role));
    }

    /** {@code PATCH /admin/roles/{role_name}}: the description; a name never changes. */
    @PATCH
    @Path("{role_name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.ROLE_UPDATE, always = true)
    public RoleView update(@PathParam("role_name") String name, UpdateRoleRequest request) {
        return RoleView.of(app, roles().describe(name, request.description()));
    }

    /** {@code DELETE /admin/roles/{role_name}}. */
    @DELETE
    @Path("{role_name}")
    @RequireAppPermission(value = PermissionCatalogue.ROLE_DELETE, always = true)
    public void delete(@PathParam("role_name") String name) {
        roles().delete(name);
    }

    /** {@code PUT /admin/roles/{role_name}/permissions}: all of them anew. */
    @PUT
    @Path("{role_name}/permissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.ROLE_UPDATE, always = true)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response setPermissions(@PathParam("role_name") String name, SetPermissionsRequest request) {
        new RolePermissions(session, app, Manager.of(session, app)).replace(name, request.permissions());
        return Response.ok().type(MediaType.APPLICATION_JSON).build();
    }

    private Roles roles() {
        return new Roles(session, app, Manager.of(session, app));
    }
}
