/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v1/apps/<id>/permissions}, with what the platform API alone has. */
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformPermissionsResource extends PermissionsResource {

    private final Class<?> api;

    /** @param api the API whose annotations tell what is enforced */
    public PlatformPermissionsResource(App app, Class<?> api) {
        super(app);
        this.api = api;
    }

    /** {@code GET /v1/apps/<id>/permissions/enforcement}: those that some route asks for. */
    @GET
    @Path("enforcement")
    @Access(admin = AdminRole.VIEW_REALM)
    public EnforcedPermissions enforcement() {
        return EnforcedPermissions.of(api);
    }
}
