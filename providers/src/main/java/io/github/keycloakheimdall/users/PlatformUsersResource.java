/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /v1/apps/<id>/end-users}, with what the platform API alone has. */
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformUsersResource extends UsersResource {

    public PlatformUsersResource(App app) {
        super(app);
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-delete}. */
    @POST
    @Path("bulk-delete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    public Bulk.Affected bulkDelete(BulkRequests.BulkDelete request) {
        return bulk().delete(request.selection(), request.confirmAllInApp());
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-revoke-sessions}. */
    @POST
    @Path("bulk-revoke-sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    public Bulk.Affected bulkRevokeSessions(BulkRequests.BulkRevokeSessions request) {
        return bulk().revokeSessions(request.selection());
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-update-role}. */
    @POST
    @Path("bulk-update-role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    public Bulk.Affected bulkUpdateRole(BulkRequests.BulkUpdateRole request) {
        return bulk().updateRole(request.selection(), request.roleName());
    }

    /** {@code POST /v1/apps/<id>/end-users/bulk-update-status}. */
    @POST
    @Path("bulk-update-status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    public Bulk.Affected bulkUpdateStatus(BulkRequests.BulkUpdateStatus request) {
        return bulk().updateStatus(request.selection(), request.wanted());
    }

    /** {@code POST /v1/apps/<id>/end-users/{user_id}/sessions/revoke-all}. */
    @POST
    @Path("{user_id}/sessions/revoke-all")
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    @APIResponse(responseCode = "204", description = "Done")
    public void revokeSessions(@PathParam("user_id") String id) {
        management().endSessions(id);
    }

    private Bulk bulk() {
        return new Bulk(app, caller());
    }
}
