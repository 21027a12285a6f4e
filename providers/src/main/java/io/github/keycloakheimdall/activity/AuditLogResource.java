/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/audit-logs}: what users and admins did in an app. */
@Produces(MediaType.APPLICATION_JSON)
public final class AuditLogResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;

    public AuditLogResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
    }

    @GET
    @RequireAdminRole(AdminRole.VIEW_EVENTS)
    public ActivityPage list(
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("action") String action,
            @QueryParam("actor_id") String actorId) {
        return new ActivityLog(session, caller.app()).all(PageRequest.of(limit, cursor), action, actorId);
    }
}
