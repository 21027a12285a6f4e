/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
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
    private final PlatformCaller caller;

    public AuthConfigResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
    }

    /** {@code GET /v1/apps/<id>/auth-config}. */
    @GET
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public AuthConfigView read() {
        return AuthConfigView.of(caller.app().config());
    }

    /** {@code PATCH /v1/apps/<id>/auth-config}: what the body names. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public AuthConfigView update(UpdateAuthConfigRequest request) {
        return AuthConfigView.of(new AuthConfigUpdate(session, caller.app(), Manager.of(caller)).apply(request));
    }
}
