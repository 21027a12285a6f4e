/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /v1/apps/<id>/webhook/dead-letters}. Payloads name users, so reading them asks for the right to see events.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLettersResource {

    private final KeycloakSession session;
    private final App app;

    public DeadLettersResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    @GET
    @Access(admin = AdminRole.VIEW_EVENTS)
    public DeadLetterPage deadLetters(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("unreplayed") @Nullable String unreplayed) {
        PageRequest page = PageRequest.of(session, limit, cursor);
        List<DeadLetter> rows = new DeadLetters(app).list(page, isTrue(unreplayed));
        Page<DeadLetter> cut = Page.cut(session, rows, page.limit(), DeadLetter::place);
        return new DeadLetterPage(cut.rows(), cut.pagination());
    }

    /** The oldest first, until one is not taken. */
    @POST
    @Path("replay")
    @Access(admin = AdminRole.MANAGE_REALM)
    public BulkReplayResult replayAll() {
        new Webhooks(app).require();
        return new Replay(app).all();
    }

    /** Once, to where events go now. */
    @POST
    @Path("{dead_letter_id}/replay")
    @Access(admin = AdminRole.MANAGE_REALM)
    public ReplayResult replay(@PathParam("dead_letter_id") String id) {
        new Webhooks(app).require();
        return new Replay(app).one(id);
    }

    private static boolean isTrue(@Nullable String unreplayed) {
        if (unreplayed != null && !unreplayed.equals("true") && !unreplayed.equals("false")) {
            throw ApiException.invalid("unreplayed", FieldFault.WRONG_TYPE, "must be true or false");
        }
        return "true".equals(unreplayed);
    }
}
