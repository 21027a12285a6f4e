/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.Machine;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /admin/permissions}, and the routes of {@code /v1/apps/<id>/permissions} that both doors have. */
@Produces(MediaType.APPLICATION_JSON)
public class PermissionsResource {

    private final KeycloakSession session;
    private final App app;

    public PermissionsResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** The whole catalogue by name. */
    @GET
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.PERMISSION_READ,
            admin = AdminRole.VIEW_CLIENTS,
            ofObjects = true)
    public PermissionEntry.Catalogue list() {
        return PermissionEntry.Catalogue.of(app, permissions().all());
    }

    /** Adds a permission of the app's own. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.PERMISSION_CREATE,
            live = true,
            admin = AdminRole.MANAGE_CLIENTS,
            ofObjects = true)
    @APIResponseSchema(value = PermissionEntry.class, responseCode = "201")
    public Response create(CreatePermissionRequest request) {
        return Created.of(PermissionEntry.of(app, permissions().create(request.key(), request.description())));
    }

    /** Deletes a permission of the app's own. */
    @DELETE
    @Path("{permission_key}")
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.PERMISSION_DELETE,
            live = true,
            admin = AdminRole.MANAGE_CLIENTS,
            ofObjects = true)
    public void delete(@PathParam("permission_key") String key) {
        permissions().delete(key);
    }

    private Permissions permissions() {
        return new Permissions(app, Callers.of(session));
    }
}
