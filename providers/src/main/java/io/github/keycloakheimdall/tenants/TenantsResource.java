/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Backend;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.key.KeyPermissions;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /tenants} for backends with an API key, and {@code /v1/apps/<id>/tenants} for admins. */
@Produces(MediaType.APPLICATION_JSON)
public final class TenantsResource {

    private final KeycloakSession session;
    private final App app;

    public TenantsResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** The newest first. */
    @GET
    @Access(by = Backend.class, permission = KeyPermissions.TENANT_READ, admin = AdminRole.QUERY_ORGANIZATIONS)
    public TenantList list(
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", maximum = "100"))
                    @QueryParam("limit")
                    @DefaultValue("20")
                    String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Schema(enumeration = {"active", "suspended", "archived"}) @QueryParam("status") @Nullable String status) {
        return tenants().list(limit, cursor, status);
    }

    /** A slug that is not given is made from the name. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(by = Backend.class, permission = KeyPermissions.TENANT_CREATE, admin = AdminRole.MANAGE_ORGANIZATIONS)
    @APIResponseSchema(value = TenantResponse.class, responseCode = "201")
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, CreateTenantRequest request) {
        return Created.of(new Idempotency(app, key)
                .once("tenants", Callers.of(session).id(), request, TenantResponse.class, () -> tenants()
                        .create(request)));
    }

    /** By id or display id, as everywhere below. */
    @GET
    @Path("{tenant_id}")
    @Access(
            by = Backend.class,
            permission = KeyPermissions.TENANT_READ,
            admin = AdminRole.VIEW_ORGANIZATIONS,
            ofObjects = true)
    public TenantResponse get(@PathParam("tenant_id") String id) {
        return tenants().get(id);
    }

    /** Changes what the body names. */
    @PATCH
    @Path("{tenant_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = Backend.class,
            permission = KeyPermissions.TENANT_UPDATE,
            admin = AdminRole.MANAGE_ORGANIZATIONS,
            ofObjects = true)
    public TenantResponse update(@PathParam("tenant_id") String id, UpdateTenantRequest request) {
        return tenants().update(id, request);
    }

    /** The accounts of its members stay. */
    @DELETE
    @Path("{tenant_id}")
    @Access(
            by = Backend.class,
            permission = KeyPermissions.TENANT_DELETE,
            admin = AdminRole.MANAGE_ORGANIZATIONS,
            ofObjects = true)
    public void delete(@PathParam("tenant_id") String id) {
        tenants().delete(id);
    }

    /** {@code /tenants/{tenant_id}/members} */
    @Path("{tenant_id}/members")
    public TenantMembersResource members() {
        return new TenantMembersResource(app);
    }

    private TenantService tenants() {
        return new TenantService(app, Callers.of(session));
    }
}
