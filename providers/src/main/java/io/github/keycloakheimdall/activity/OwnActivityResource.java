/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /me/activity}: what happened to the signed-in user's account. */
@Produces(MediaType.APPLICATION_JSON)
public final class OwnActivityResource {

    private final KeycloakSession session;
    private final App app;

    public OwnActivityResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    @GET
    @Access(by = AppUser.class)
    public ActivityPage list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return new ActivityLog(app).of(Callers.user(session).user(), PageRequest.of(session, limit, cursor));
    }
}
