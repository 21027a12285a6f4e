/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Backend;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.key.KeyPermissions;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** The members of a tenant, at both doors. */
@Produces(MediaType.APPLICATION_JSON)
public final class TenantMembersResource {

    private final KeycloakSession session;
    private final App app;

    TenantMembersResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Who joined last comes first. */
    @GET
    @Access(
            by = Backend.class,
            permission = KeyPermissions.TENANT_READ,
            admin = AdminRole.VIEW_ORGANIZATIONS,
            ofObjects = true)
    public MemberList members(
            @PathParam("tenant_id") String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", maximum = "100"))
                    @QueryParam("limit")
                    @DefaultValue("20")
                    String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return members().list(id, limit, cursor);
    }

    /** An email that nobody has makes an account. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = Backend.class,
            permission = KeyPermissions.TENANT_MEMBERS_ADD,
            admin = AdminRole.MANAGE_ORGANIZATIONS,
            ofObjects = true)
    @APIResponseSchema(value = AddedMember.class, responseCode = "201")
    public Response add(@PathParam("tenant_id") String id, AddMemberRequest request) {
        return Created.of(members().add(id, request));
    }

    /** The role that the member has inside the tenant. */
    @PATCH
    @Path("{account_id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = Backend.class,
            permission = KeyPermissions.TENANT_MEMBERS_UPDATE_ROLE,
            admin = AdminRole.MANAGE_ORGANIZATIONS,
            ofObjects = true)
    public MemberResponse changeRole(
            @PathParam("tenant_id") String id, @PathParam("account_id") String accountId, UpdateMemberRequest request) {
        return members().changeRole(id, accountId, request.roleName());
    }

    /** The account stays. */
    @DELETE
    @Path("{account_id}")
    @Access(
            by = Backend.class,
            permission = KeyPermissions.TENANT_MEMBERS_REMOVE,
            admin = AdminRole.MANAGE_ORGANIZATIONS,
            ofObjects = true)
    public void remove(@PathParam("tenant_id") String id, @PathParam("account_id") String accountId) {
        members().remove(id, accountId);
    }

    private TenantMembers members() {
        return new TenantMembers(app, Callers.of(session));
    }
}
