/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.KeycloakAdmin;
import io.github.keycloakheimdall.http.Outcome;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.Parameters;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /v1/apps/<id>/webhook}. Whoever has the app's events sent to them learns what its users do, so setting it up
 * asks for the right to see events too.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookResource {

    private final KeycloakSession session;
    private final App app;
    private final Webhooks webhooks;

    public WebhookResource(App app) {
        this.session = app.session();
        this.app = app;
        this.webhooks = new Webhooks(app);
    }

    /** Null where there is none. */
    @GET
    @Access(admin = AdminRole.VIEW_REALM)
    @APIResponseSchema(value = WebhookConfig.class, responseCode = "200")
    public Response read() {
        Optional<WebhookConfig> config = webhooks.find().map(WebhookConfig::of);
        return config.isPresent()
                ? Response.ok(config.get()).build()
                : Response.ok("null", MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** With a new secret each time, which this answer alone shows. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_REALM)
    public WebhookWithSecret put(UpsertWebhookRequest request) {
        requireMaySeeEvents();
        boolean isNew = webhooks.find().isEmpty();
        WebhookEntity row = webhooks.put(request);
        record(
                isNew ? OperationType.CREATE : OperationType.UPDATE,
                EventNote.NONE.with("url", row.url).with("event_types", row.eventTypes));
        return WebhookWithSecret.of(row);
    }

    @DELETE
    @Access(admin = AdminRole.MANAGE_REALM)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete() {
        boolean there = webhooks.find().isPresent();
        webhooks.delete();
        if (there) {
            record(OperationType.DELETE, EventNote.NONE);
        }
    }

    @POST
    @Path("rotate-secret")
    @Access(admin = AdminRole.MANAGE_REALM)
    public WebhookWithSecret rotate() {
        requireMaySeeEvents();
        WebhookEntity row = webhooks.rotate();
        record(OperationType.UPDATE, EventNote.of("webhook.secret_rotated"));
        return WebhookWithSecret.of(row);
    }

    /** A bare list, or a page of it where a cursor, which may be empty, or an outcome is asked for. */
    @GET
    @Path("attempts")
    @Access(admin = AdminRole.VIEW_REALM)
    @APIResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(schema = @Schema(implementation = AttemptListOrPage.class)))
    public AttemptListOrPage attempts(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Schema(enumeration = {"succeeded", "failed"}) @QueryParam("outcome") @Nullable String outcome) {
        PageRequest page = PageRequest.of(session, limit, cursor);
        Page<AttemptEntry> found =
                Page.cut(session, new Attempts(app).list(page, Outcome.of(outcome)), page.limit(), AttemptEntry::place);
        // An empty parameter is null above.
        return outcome != null || Parameters.ofQuery(session).has("cursor")
                ? new AttemptPage(found.rows(), found.pagination())
                : new AttemptList(found.rows());
    }

    private void requireMaySeeEvents() {
        Callers.admin(session).require(AdminRole.VIEW_EVENTS);
    }

    private void record(OperationType operation, EventNote note) {
        KeycloakAdmin admin = Callers.admin(session);
        new AdminEvents(session, admin.recordedAs()).webhook(note, operation);
    }
}
