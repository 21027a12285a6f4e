/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.RequireAppPermission;
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

/** {@code /admin/permissions}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminPermissionsResource {

    private final KeycloakSession session;
    private final App app;

    public AdminPermissionsResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** {@code GET /admin/permissions}: the whole catalogue by name. */
    @GET
    @RequireAppPermission(value = PermissionCatalogue.PERMISSION_READ, always = true)
    public PermissionEntry.Catalogue list() {
        return PermissionEntry.Catalogue.of(app, permissions().all());
    }

    /** {@code POST /admin/permissions}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAppPermission(value = PermissionCatalogue.PERMISSION_CREATE, always = true)
    @APIResponseSchema(value = PermissionEntry.class, responseCode = "201")
    public Response create(CreatePermissionRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(PermissionEntry.of(app, permissions().create(request.key(), request.description())))
                .build();
    }

    /** {@code DELETE /admin/permissions/{permission_key}}. */
    @DELETE
    @Path("{permission_key}")
    @RequireAppPermission(value = PermissionCatalogue.PERMISSION_DELETE, always = true)
    public void delete(@PathParam("permission_key") String key) {
        permissions().delete(key);
    }

    private Permissions permissions() {
        return new Permissions(session, app, Manager.of(session, app));
    }
}
