/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keys;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.KeycloakAdmin;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.key.ApiKeys;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/api-keys}. */
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeysResource {

    private final KeycloakSession session;
    private final App app;
    private final ApiKeys keys;

    public ApiKeysResource(App app) {
        this.session = app.session();
        this.app = app;
        this.keys = new ApiKeys(app);
    }

    @GET
    @Access(admin = AdminRole.VIEW_CLIENTS)
    public ApiKeyList list() {
        return ApiKeyList.of(keys.list());
    }

    /** The only answer that shows the secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_CLIENTS)
    @APIResponseSchema(value = CreatedApiKey.class, responseCode = "201")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, CreateApiKeyRequest request) {
        KeycloakAdmin admin = Callers.admin(session);
        requireMayHandOut(admin, request.permissions());
        return Created.of(new Idempotency(app, key)
                .once("api-keys", admin.id(), request, CreatedApiKey.class, () -> create(request, admin)));
    }

    /** For good, and at once. */
    @DELETE
    @Path("{key_id}")
    @Access(admin = AdminRole.MANAGE_CLIENTS)
    public void revoke(@PathParam("key_id") String id) {
        if (!keys.revoke(id)) {
            throw ApiException.notFound();
        }
        new AdminEvents(session, Callers.admin(session).recordedAs())
                .apiKey(EventNote.of("api_key.revoked"), OperationType.DELETE, id);
    }

    private CreatedApiKey create(CreateApiKeyRequest request, KeycloakAdmin admin) {
        CreatedApiKey made =
                CreatedApiKey.of(keys.create(request.name(), request.permissions(), request.expiresAt(), admin.id()));
        EventNote note = EventNote.NONE
                .with("name", request.name())
                .with("permissions", String.join(" ", request.permissions()));
        new AdminEvents(session, admin.recordedAs()).apiKey(note, OperationType.CREATE, made.id());
        return made;
    }

    private static void requireMayHandOut(KeycloakAdmin admin, List<String> permissions) {
        List<String> beyond = permissions.stream()
                .filter(permission -> !admin.mayHandOut(permission))
                .sorted()
                .toList();
        if (!beyond.isEmpty()) {
            throw ApiException.forbidden("A key may not do what you may not: " + String.join(", ", beyond));
        }
    }
}
