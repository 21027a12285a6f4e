/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.ServerAdmin;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.admin.ServerRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AppsResource {

    private final KeycloakSession session;
    private final ServerAdmin admin;

    public AppsResource(KeycloakSession session, ServerAdmin admin) {
        this.session = session;
        this.admin = admin;
    }

    /** The apps that the admin may look into, the newest first. */
    @GET
    @Access(server = ServerRole.ANY)
    public AppList list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("workspace_id") @Nullable String workspaceId) {
        Page<AppView> page = new Catalogue(session, admin).page(workspaceId, PageRequest.of(session, limit, cursor));
        return new AppList(page.rows(), page.pagination());
    }

    /** Makes a realm that is an app. A token that names its roles needs a successor to reach it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(server = ServerRole.CREATE_REALM)
    @APIResponseSchema(value = AppView.class, responseCode = "201")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, CreateAppRequest request) {
        return Created.of(new Idempotency(session, admin.workspaceId(), key)
                .once("apps", admin.id(), request, AppView.class, () -> new Creation(session, admin.recordedAs())
                        .create(request)));
    }
}
