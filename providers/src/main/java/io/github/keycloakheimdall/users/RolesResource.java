/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.Machine;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
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
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;

/** {@code /admin/roles}, and the routes of {@code /v1/apps/<id>/roles} that both doors have. */
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {

    final KeycloakSession session;
    final App app;

    public RolesResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** A page, the oldest first. */
    @GET
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.ROLE_READ,
            admin = AdminRole.VIEW_REALM)
    public RoleView.RoleList list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return RoleView.RoleList.of(app, roles().page(PageRequest.of(session, limit, cursor)));
    }

    /** Makes a role that holds nothing yet. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.ROLE_CREATE,
            live = true,
            admin = AdminRole.MANAGE_REALM)
    @APIResponseSchema(value = RoleView.class, responseCode = "201")
    public Response create(CreateRoleRequest request) {
        return Created.of(RoleView.of(app, roles().create(request.name(), request.description())));
    }

    /** One role with what it holds. */
    @GET
    @Path("{role_name}")
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.ROLE_READ,
            admin = AdminRole.VIEW_REALM)
    public RoleView.RoleDetail read(@PathParam("role_name") String name) {
        Roles roles = roles();
        RoleModel role = roles.require(name);
        return RoleView.RoleDetail.of(app, role, roles.permissions(role));
    }

    /** Changes the description; a name never changes. */
    @PATCH
    @Path("{role_name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.ROLE_UPDATE,
            live = true,
            admin = AdminRole.MANAGE_REALM)
    public RoleView update(@PathParam("role_name") String name, UpdateRoleRequest request) {
        return RoleView.of(app, roles().describe(name, request.description()));
    }

    /** Deletes a role that nobody has. */
    @DELETE
    @Path("{role_name}")
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.ROLE_DELETE,
            live = true,
            admin = AdminRole.MANAGE_REALM)
    public void delete(@PathParam("role_name") String name) {
        roles().delete(name);
    }

    /** Replaces all that the role holds, or nothing where it holds something else by now than the caller expects. */
    @PUT
    @Path("{role_name}/permissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.ROLE_UPDATE,
            live = true,
            admin = AdminRole.MANAGE_REALM)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response setPermissions(@PathParam("role_name") String name, SetPermissionsRequest request) {
        Freshness.requireOfUser(app);
        new RolePermissions(app, Callers.of(session)).replace(name, request.permissions(), request.expected());
        return Response.ok().type(MediaType.APPLICATION_JSON).build();
    }

    final Roles roles() {
        return new Roles(app, Callers.of(session));
    }
}
