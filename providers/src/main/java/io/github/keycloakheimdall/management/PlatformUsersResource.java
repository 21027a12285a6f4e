/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
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
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/end-users}. */
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformUsersResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final App app;

    public PlatformUsersResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
        this.app = caller.app();
    }

    /** {@code GET /v1/apps/<id>/end-users}: a page by username. */
    @GET
    @RequireAdminRole(AdminRole.VIEW_USERS)
    public EndUser.EndUserList list(
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("status") String status,
            @QueryParam("search") String search) {
        Page<EndUser> page =
                new Directory(session, app).page(Directory.filter(status, search), PageRequest.of(limit, cursor));
        return new EndUser.EndUserList(page.rows(), page.pagination());
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-delete}. */
    @POST
    @Path("bulk-delete")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public Bulk.Affected bulkDelete(BulkRequests.BulkDelete request) {
        return bulk().delete(request.selection(), request.confirmAllInApp());
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-revoke-sessions}. */
    @POST
    @Path("bulk-revoke-sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public Bulk.Affected bulkRevokeSessions(BulkRequests.BulkRevokeSessions request) {
        return bulk().revokeSessions(request.selection());
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-update-role}. */
    @POST
    @Path("bulk-update-role")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public Bulk.Affected bulkUpdateRole(BulkRequests.BulkUpdateRole request) {
        return bulk().updateRole(request.selection(), request.roleName());
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-update-status}. */
    @POST
    @Path("bulk-update-status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public Bulk.Affected bulkUpdateStatus(BulkRequests.BulkUpdateStatus request) {
        return bulk().updateStatus(request.selection(), request.wanted());
    }

    /** {@code GET /v1/apps/<id>/end-users/{user_id}}. */
    @GET
    @Path("{user_id}")
    @RequireAdminRole(AdminRole.VIEW_USERS)
    public EndUser read(@PathParam("user_id") String id) {
        return new Directory(session, app).read(id);
    }

    /** {@code PATCH /v1/apps/<id>/end-users/{user_id}}: display name and email. */
    @PATCH
    @Path("{user_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public EndUser update(@PathParam("user_id") String id, UpdateUserRequest request) {
        return new Provisioning(session, app, manager()).update(id, request);
    }

    /** {@code DELETE /v1/apps/<id>/end-users/{user_id}}: for good. */
    @DELETE
    @Path("{user_id}")
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public void delete(@PathParam("user_id") String id) {
        people().delete(id);
    }

    /** {@code PATCH /v1/apps/<id>/end-users/{user_id}/role}. */
    @PATCH
    @Path("{user_id}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponse(responseCode = "200", description = "Done; no body")
    public Response updateRole(@PathParam("user_id") String id, UpdateRoleOfUserRequest request) {
        people().assign(id, request.roleName());
        return Response.ok().type(MediaType.APPLICATION_JSON).build();
    }

    /** {@code PATCH /v1/apps/<id>/end-users/{user_id}/status}. */
    @PATCH
    @Path("{user_id}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    public EndUser updateStatus(@PathParam("user_id") String id, UpdateStatusRequest request) {
        return people().changeStatus(id, request.wanted());
    }

    /** {@code POST /v1/apps/<id>/end-users/{user_id}/sessions/revoke-all}. */
    @POST
    @Path("{user_id}/sessions/revoke-all")
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponse(responseCode = "204", description = "Done")
    public void revokeSessions(@PathParam("user_id") String id) {
        people().endSessions(id);
    }

    private Bulk bulk() {
        return new Bulk(session, app, manager());
    }

    private People people() {
        return new People(session, app, manager());
    }

    private Manager manager() {
        return Manager.of(caller);
    }
}
