/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.http.Outcome;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/audit-logs}: what users and admins did in an app. */
@Produces(MediaType.APPLICATION_JSON)
public final class AuditLogResource {

    private static final String TIME =
            "A date, which is its midnight in UTC, or a date and time with an offset, in ISO 8601";

    private final KeycloakSession session;
    private final App app;

    public AuditLogResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** {@code since} and {@code until} count themselves; a date is its midnight in UTC. */
    @GET
    @Access(admin = AdminRole.VIEW_EVENTS)
    public ActivityPage list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("actor_id") @Nullable String actorId,
            @Parameter(description = "The first time that counts. " + TIME, example = "2026-11-26")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(description = "The last time that counts. " + TIME, example = "2026-11-27T18:30:00Z")
                    @QueryParam("until")
                    @Nullable
                    String until,
            @Schema(enumeration = {"succeeded", "failed"}) @QueryParam("outcome") @Nullable String outcome) {
        long first = Instants.parse("since", since, 0);
        long last = Instants.parse("until", until, Long.MAX_VALUE);
        return new ActivityLog(app, first, last)
                .all(PageRequest.of(session, limit, cursor), action, actorId, Outcome.of(outcome));
    }
}
