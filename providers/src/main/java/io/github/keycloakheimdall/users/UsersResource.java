/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.Machine;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /admin/users} and {@code /v1/apps/<id>/end-users}: the routes that both doors have. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class UsersResource {

    final KeycloakSession session;
    final App app;

    UsersResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** A page by username. */
    @GET
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.USER_LIST,
            admin = AdminRole.QUERY_USERS)
    public EndUser.EndUserList list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Schema(enumeration = {"active", "suspended", "deactivated"}) @QueryParam("status") @Nullable String status,
            @QueryParam("search") @Nullable String search) {
        Page<EndUser> page = new Directory(app, caller())
                .page(Directory.filter(status, search), PageRequest.of(session, limit, cursor));
        return new EndUser.EndUserList(page.rows(), page.pagination());
    }

    /** One user. */
    @GET
    @Path("{user_id}")
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.USER_READ,
            admin = AdminRole.VIEW_USERS,
            ofObjects = true)
    public EndUser read(@PathParam("user_id") String id) {
        return new Directory(app, caller()).read(id);
    }

    /** Display name and email. */
    @PATCH
    @Path("{user_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.USER_UPDATE,
            live = true,
            admin = AdminRole.MANAGE_USERS,
            ofObjects = true)
    public EndUser update(@PathParam("user_id") String id, UpdateUserRequest request) {
        return new Provisioning(app, caller()).update(id, request);
    }

    /** Deletes the account for good. */
    @DELETE
    @Path("{user_id}")
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.USER_DELETE,
            live = true,
            admin = AdminRole.MANAGE_USERS,
            ofObjects = true)
    public void delete(@PathParam("user_id") String id) {
        Freshness.requireOfUser(app);
        management().delete(id);
    }

    /** Gives the user this role in place of the one before. */
    @PATCH
    @Path("{user_id}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.ROLE_ASSIGN,
            live = true,
            admin = AdminRole.MANAGE_USERS,
            ofObjects = true)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response updateRole(@PathParam("user_id") String id, UpdateRoleOfUserRequest request) {
        Freshness.requireOfUser(app);
        management().roles().assign(id, request.roleName());
        return Response.ok().type(MediaType.APPLICATION_JSON).build();
    }

    /** Suspends, deactivates or lets in again. */
    @PATCH
    @Path("{user_id}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.USER_UPDATE,
            live = true,
            admin = AdminRole.MANAGE_USERS,
            ofObjects = true)
    public EndUser updateStatus(@PathParam("user_id") String id, UpdateStatusRequest request) {
        return management().changeStatus(id, request.wanted());
    }

    final UserManagement management() {
        return new UserManagement(app, caller());
    }

    final Caller caller() {
        return Callers.of(session);
    }
}
