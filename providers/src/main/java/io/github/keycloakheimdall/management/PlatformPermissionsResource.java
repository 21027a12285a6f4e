/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
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

/** {@code /v1/apps/<id>/permissions}. */
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformPermissionsResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final App app;
    private final Class<?> api;

    /** @param api the API whose annotations tell what is enforced */
    public PlatformPermissionsResource(KeycloakSession session, PlatformCaller caller, Class<?> api) {
        this.session = session;
        this.caller = caller;
        this.app = caller.app();
        this.api = api;
    }

    /** {@code GET /v1/apps/<id>/permissions}: the whole catalogue by name. */
    @GET
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public PermissionEntry.Catalogue list() {
        return PermissionEntry.Catalogue.of(app, permissions().all());
    }

    /** {@code POST /v1/apps/<id>/permissions}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    @APIResponseSchema(value = PermissionEntry.class, responseCode = "201")
    public Response create(CreatePermissionRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(PermissionEntry.of(app, permissions().create(request.key(), request.description())))
                .build();
    }

    /** {@code GET /v1/apps/<id>/permissions/enforcement}: those that some route asks for. */
    @GET
    @Path("enforcement")
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public EnforcedPermissions enforcement() {
        return EnforcedPermissions.of(api);
    }

    /** {@code DELETE /v1/apps/<id>/permissions/{permission_key}}. */
    @DELETE
    @Path("{permission_key}")
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public void delete(@PathParam("permission_key") String key) {
        permissions().delete(key);
    }

    private Permissions permissions() {
        return new Permissions(session, app, Manager.of(caller));
    }
}
