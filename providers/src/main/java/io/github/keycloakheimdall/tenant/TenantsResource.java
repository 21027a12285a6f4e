/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.key.KeyCallers;
import io.github.keycloakheimdall.key.KeyPermissions;
import io.github.keycloakheimdall.key.RequireKeyPermission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /tenants}: for backends with an API key. */
@Produces(MediaType.APPLICATION_JSON)
public final class TenantsResource {

    private final TenantService tenants;

    public TenantsResource(KeycloakSession session, App app) {
        this.tenants = new TenantService(session, app, () -> KeyCallers.auth(session, app));
    }

    /** The newest first. */
    @GET
    @RequireKeyPermission(KeyPermissions.TENANT_READ)
    public TenantList list(
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("status") String status) {
        return tenants.list(limit, cursor, status);
    }

    /** A slug that is not given is made from the name. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireKeyPermission(KeyPermissions.TENANT_CREATE)
    @APIResponseSchema(value = TenantResponse.class, responseCode = "201")
    public Response create(CreateTenantRequest request) {
        return created(tenants.create(request));
    }

    /** By id or display id, as everywhere below. */
    @GET
    @Path("{tenant_id}")
    @RequireKeyPermission(KeyPermissions.TENANT_READ)
    public TenantResponse get(@PathParam("tenant_id") String id) {
        return tenants.get(id);
    }

    /** Changes what the body names. */
    @PATCH
    @Path("{tenant_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireKeyPermission(KeyPermissions.TENANT_UPDATE)
    public TenantResponse update(@PathParam("tenant_id") String id, UpdateTenantRequest request) {
        return tenants.update(id, request);
    }

    /** The accounts of its members stay. */
    @DELETE
    @Path("{tenant_id}")
    @RequireKeyPermission(KeyPermissions.TENANT_DELETE)
    public void delete(@PathParam("tenant_id") String id) {
        tenants.delete(id);
    }

    /** Who joined last comes first. */
    @GET
    @Path("{tenant_id}/members")
    @RequireKeyPermission(KeyPermissions.TENANT_READ)
    public MemberList members(
            @PathParam("tenant_id") String id,
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") String cursor) {
        return tenants.members(id, limit, cursor);
    }

    /** An email that nobody has makes an account. */
    @POST
    @Path("{tenant_id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireKeyPermission(KeyPermissions.TENANT_MEMBERS_ADD)
    @APIResponseSchema(value = AddedMember.class, responseCode = "201")
    public Response add(@PathParam("tenant_id") String id, AddMemberRequest request) {
        return created(tenants.add(id, request));
    }

    /** The role that the member has inside the tenant. */
    @PATCH
    @Path("{tenant_id}/members/{account_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireKeyPermission(KeyPermissions.TENANT_MEMBERS_UPDATE_ROLE)
    public MemberResponse changeRole(
            @PathParam("tenant_id") String id, @PathParam("account_id") String accountId, UpdateMemberRequest request) {
        return tenants.changeRole(id, accountId, request.roleName());
    }

    /** The account stays. */
    @DELETE
    @Path("{tenant_id}/members/{account_id}")
    @RequireKeyPermission(KeyPermissions.TENANT_MEMBERS_REMOVE)
    public void remove(@PathParam("tenant_id") String id, @PathParam("account_id") String accountId) {
        tenants.remove(id, accountId);
    }

    private static Response created(Object body) {
        return Response.status(Response.Status.CREATED).entity(body).build();
    }
}
