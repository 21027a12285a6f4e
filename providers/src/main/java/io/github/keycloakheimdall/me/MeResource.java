/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.UserRights;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;

/** {@code /me}: the signed-in user. */
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {

    private final KeycloakSession session;
    private final App app;

    public MeResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Guide, step 5. */
    @GET
    @Access(by = AppUser.class)
    public MeProfile profile() {
        return MeProfile.of(app, Callers.user(session).user());
    }

    /** {@code PATCH /me}: the display name. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(by = AppUser.class)
    public MeProfile update(UpdateMeRequest request) {
        AppUser caller = Callers.user(session);
        new OwnAccount(app, caller).rename(request.displayName());
        return MeProfile.of(app, caller.user());
    }

    /** {@code DELETE /me}: for good. */
    @DELETE
    @Access(by = AppUser.class)
    public void delete() {
        new OwnAccount(app, Freshness.require(app)).delete();
    }

    /** {@code POST /me/change-password}. */
    @POST
    @Path("change-password")
    @RateLimited(Limit.SIGNIN)
    @Access(by = AppUser.class)
    @APIResponse(responseCode = "204", description = "Done")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(ChangePasswordRequest request) {
        new OwnAccount(app, Freshness.requireLive(session)).changePassword(request);
    }

    /** {@code GET /me/permissions}. */
    @GET
    @Path("permissions")
    @Access(by = AppUser.class)
    public MePermissions permissions() {
        UserRights rights = UserRights.of(Callers.user(session));
        return new MePermissions(rights.role(), rights.orgRole(), rights.permissions());
    }

    /** {@code GET /me/sessions}. */
    @GET
    @Path("sessions")
    @Access(by = AppUser.class)
    public MeSessions sessions() {
        return new OwnSessions(app, Callers.user(session)).list();
    }

    /** {@code DELETE /me/sessions/{id}}: its bearer is refused from the next request on. */
    @DELETE
    @Path("sessions/{id}")
    @Access(by = AppUser.class, permission = PermissionCatalogue.SESSION_REVOKE, whileEnforced = true, live = true)
    public void revokeSession(@PathParam("id") String id) {
        new OwnSessions(app, Callers.user(session)).revoke(id);
    }
}
