/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.role.AppRoles;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.RoleModel;

/** {@code /v1/apps/<id>/roles}, with what the platform API alone has. */
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformRolesResource extends RolesResource {

    public PlatformRolesResource(App app) {
        super(app);
    }

    /** {@code GET /v1/apps/<id>/roles/permissions}: the same catalogue as the permissions'. */
    @GET
    @Path("permissions")
    @Access(admin = AdminRole.VIEW_CLIENTS, ofObjects = true)
    public PermissionEntry.Catalogue catalogue() {
        return PermissionEntry.Catalogue.of(app, new Permissions(app, Callers.of(session)).all());
    }

    /** {@code POST /v1/apps/<id>/roles/assign}. */
    @POST
    @Path("assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    public Membership assign(AssignRoleRequest request) {
        RoleModel role = AppRoles.require(app, "role", request.role());
        EndUser user = new RoleAssignment(app, Callers.of(session)).assign(request.accountId(), role.getName());
        return new Membership(user.id(), app.id(), user.id(), role.getId(), user.joinedAt());
    }
}
