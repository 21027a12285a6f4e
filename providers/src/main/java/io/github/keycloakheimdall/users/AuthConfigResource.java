/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/auth-config}: the toggles. */
@Produces(MediaType.APPLICATION_JSON)
public final class AuthConfigResource {

    private final KeycloakSession session;
    private final App app;

    public AuthConfigResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** {@code GET /v1/apps/<id>/auth-config}. */
    @GET
    @Access(admin = AdminRole.VIEW_REALM)
    public AuthConfigView read() {
        return AuthConfigView.of(app.config());
    }

    /** {@code PATCH /v1/apps/<id>/auth-config}: what the body names. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_REALM)
    public AuthConfigView update(UpdateAuthConfigRequest request) {
        return AuthConfigView.of(new AuthConfigUpdate(app, Callers.of(session)).apply(request));
    }
}
