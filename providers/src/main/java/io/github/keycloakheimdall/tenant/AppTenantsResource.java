/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.idempotency.Idempotency;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
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

/** {@code /v1/apps/<id>/tenants}: for admins. */
@Produces(MediaType.APPLICATION_JSON)
public final class AppTenantsResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final TenantService tenants;

    public AppTenantsResource(KeycloakSession session, PlatformCaller caller) {
        this.session = session;
        this.caller = caller;
        this.tenants = new TenantService(session, caller.app(), caller::admin);
    }

    /** The newest first. */
    @GET
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public TenantList list(
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("status") String status) {
        return tenants.list(limit, cursor, status);
    }

    /** A slug that is not given is made from the name. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    @APIResponseSchema(value = TenantResponse.class, responseCode = "201")
    public Response create(CreateTenantRequest request) {
        String admin = caller.admin().getUser().getId();
        return created(new Idempotency(session, caller.app())
                .once("tenants", admin, request, TenantResponse.class, () -> tenants.create(request)));
    }

    /** By id or display id, as everywhere below. */
    @GET
    @Path("{tenant_id}")
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public TenantResponse get(@PathParam("tenant_id") String id) {
        return tenants.get(id);
    }

    /** Changes what the body names. */
    @PATCH
    @Path("{tenant_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public TenantResponse update(@PathParam("tenant_id") String id, UpdateTenantRequest request) {
        return tenants.update(id, request);
    }

    /** The accounts of its members stay. */
    @DELETE
    @Path("{tenant_id}")
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public void delete(@PathParam("tenant_id") String id) {
        tenants.delete(id);
    }

    /** Who joined last comes first. */
    @GET
    @Path("{tenant_id}/members")
    @RequireAdminRole(AdminRole.VIEW_REALM)
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
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    @APIResponseSchema(value = AddedMember.class, responseCode = "201")
    public Response add(@PathParam("tenant_id") String id, AddMemberRequest request) {
        return created(tenants.add(id, request));
    }

    /** The role that the member has inside the tenant. */
    @PATCH
    @Path("{tenant_id}/members/{account_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public MemberResponse changeRole(
            @PathParam("tenant_id") String id, @PathParam("account_id") String accountId, UpdateMemberRequest request) {
        return tenants.changeRole(id, accountId, request.roleName());
    }

    /** The account stays. */
    @DELETE
    @Path("{tenant_id}/members/{account_id}")
    @RequireAdminRole(AdminRole.MANAGE_REALM)
    public void remove(@PathParam("tenant_id") String id, @PathParam("account_id") String accountId) {
        tenants.remove(id, accountId);
    }

    private static Response created(Object body) {
        return Response.status(Response.Status.CREATED).entity(body).build();
    }
}
