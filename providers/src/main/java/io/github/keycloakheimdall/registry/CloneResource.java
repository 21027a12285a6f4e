/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.KeycloakAdmin;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/clone}. */
@Produces(MediaType.APPLICATION_JSON)
public final class CloneResource {

    private final KeycloakSession session;
    private final App app;

    public CloneResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Makes an app with the settings, roles and permissions of this one, for another environment. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_REALM)
    @APIResponseSchema(value = ClonedApp.class, responseCode = "201")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, CloneAppRequest request) {
        KeycloakAdmin admin = Callers.admin(session);
        return Created.of(new Idempotency(app, key)
                .once("clone", admin.id(), request, ClonedApp.class, () -> new Cloning(app, admin).create(request)));
    }
}
