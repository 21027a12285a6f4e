/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/api-keys}. */
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeysResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final ApiKeys keys;

    public ApiKeysResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
        this.keys = new ApiKeys(session, caller.app());
    }

    @GET
    @RequireAdminRole(AdminRole.VIEW_CLIENTS)
    public ApiKeyList list() {
        return ApiKeyList.of(keys.list());
    }

    /** The only answer that shows the secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_CLIENTS)
    @APIResponseSchema(value = CreatedApiKey.class, responseCode = "201")
    public Response create(CreateApiKeyRequest request) {
        String admin = caller.admin().getUser().getId();
        CreatedApiKey created = new Idempotency(session, caller.app())
                .once("api-keys", admin, request, CreatedApiKey.class, () -> {
                    CreatedApiKey made = CreatedApiKey.of(
                            keys.create(request.name(), request.permissions(), request.expiresAt(), admin));
                    new AdminEvents(session, caller.admin()).apiKey(OperationType.CREATE, made.id());
                    return made;
                });
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    /** For good, and at once. */
    @DELETE
    @Path("{key_id}")
    @RequireAdminRole(AdminRole.MANAGE_CLIENTS)
    public void revoke(@PathParam("key_id") String id) {
        if (!keys.revoke(id)) {
            throw ApiException.notFound();
        }
        new AdminEvents(session, caller.admin()).apiKey(OperationType.DELETE, id);
    }
}
