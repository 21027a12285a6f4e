/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.ServerAdmin;
import io.github.keycloakheimdall.keycloak.admin.ServerRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/stats/me}. */
@Produces(MediaType.APPLICATION_JSON)
public final class StatsResource {

    private final KeycloakSession session;
    private final ServerAdmin admin;

    public StatsResource(KeycloakSession session, ServerAdmin admin) {
        this.session = session;
        this.admin = admin;
    }

    /** What the apps that the admin may look into have in all. */
    @GET
    @Access(server = ServerRole.ANY)
    public Stats read(@QueryParam("workspace_id") @Nullable String workspaceId) {
        return new Census(session).of(Catalogue.seen(admin, workspaceId));
    }
}
