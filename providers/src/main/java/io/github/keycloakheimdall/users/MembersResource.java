/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/members}: the app's users, as those who belong to it. */
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {

    private final KeycloakSession session;
    private final App app;

    public MembersResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** A page by username. */
    @GET
    @Access(admin = AdminRole.QUERY_USERS)
    public AppMember.AppMemberList list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<EndUser> page = new Directory(app, Callers.of(session))
                .page(Directory.filter(null, null), PageRequest.of(session, limit, cursor));
        return new AppMember.AppMemberList(
                page.rows().stream().map(user -> AppMember.of(app, user)).toList(), page.pagination());
    }

    /** Deletes the account for good: it belongs to no other app. */
    @DELETE
    @Path("{account_id}")
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    public void remove(@PathParam("account_id") String id) {
        new UserManagement(app, Callers.of(session)).delete(id);
    }
}
