/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>}: the app itself, also one that is not served. */
@Produces(MediaType.APPLICATION_JSON)
public final class AppResource {

    private final KeycloakSession session;
    private final App app;

    public AppResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    @GET
    @Access(admin = AdminRole.VIEW_REALM)
    public AppView read() {
        return AppView.of(session, app.realm());
    }

    /** Changes what the body names; the slug is permanent. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_REALM)
    public AppView update(UpdateAppRequest request) {
        return changes().update(request);
    }

    /** Suspends, lets run again, or archives for good. */
    @PATCH
    @Path("status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_REALM)
    public AppView updateStatus(UpdateAppStatusRequest request) {
        return changes().move(request.wanted());
    }

    /** Closes it at once for everyone and deletes it, with its users, behind the answer. */
    @DELETE
    @Access(admin = AdminRole.MANAGE_REALM)
    public void delete() {
        new Removal(app).begin(Callers.of(session).recordedAs());
    }

    private Changes changes() {
        return new Changes(app, Callers.of(session).recordedAs());
    }
}
