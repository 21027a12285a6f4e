/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.AdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/audit-logs}: what users and admins did in an app. */
@Produces(MediaType.APPLICATION_JSON)
public final class AuditLogResource {

    private final KeycloakSession session;
    private final App app;

    public AuditLogResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    @GET
    @Access(admin = AdminRole.VIEW_EVENTS)
    public ActivityPage list(
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("action") String action,
            @QueryParam("actor_id") String actorId) {
        return new ActivityLog(session, app).all(PageRequest.of(session, limit, cursor), action, actorId);
    }
}
