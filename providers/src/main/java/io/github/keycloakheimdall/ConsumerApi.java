/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.auth.AuthResource;
import io.github.keycloakheimdall.avatar.AvatarsResource;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.discovery.DiscoveryResource;
import io.github.keycloakheimdall.factors.UserFactorsResource;
import io.github.keycloakheimdall.federation.FederationResource;
import io.github.keycloakheimdall.http.RequestUrl;
import io.github.keycloakheimdall.machine.OauthResource;
import io.github.keycloakheimdall.tenants.TenantsResource;
import io.github.keycloakheimdall.users.AdminUsersResource;
import io.github.keycloakheimdall.users.PermissionsResource;
import io.github.keycloakheimdall.users.RolesResource;
import io.github.keycloakheimdall.verify.AuthorizeResource;
import io.github.keycloakheimdall.verify.VerifyResource;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The table of routes below {@code /<slug>/v1}: a feature a line. Those about the caller's own account are inherited.
 */
public abstract class ConsumerApi extends OwnAccountApi {

    /** {@code /auth} */
    @Path("auth")
    public AuthResource auth() {
        return new AuthResource(open().requireActive());
    }

    /** {@code /auth/oauth}: a callback tells the browser itself that the app is not served. */
    @Path("auth/oauth")
    public FederationResource federation() {
        return new FederationResource(open());
    }

    /** {@code /avatars} */
    @Path("avatars")
    public AvatarsResource avatars() {
        return new AvatarsResource(open().requireActive());
    }

    /** {@code /users/{user_id}/factors} */
    @Path("users/{user_id}/factors")
    public UserFactorsResource userFactors() {
        return new UserFactorsResource(open().requireActive());
    }

    /** {@code /tenants} */
    @Path("tenants")
    public TenantsResource tenants() {
        return new TenantsResource(open().requireActive());
    }

    /** {@code /oauth} */
    @Path("oauth")
    public OauthResource oauth() {
        return new OauthResource(open().requireActive());
    }

    /** {@code /verify} */
    @Path("verify")
    public VerifyResource verify() {
        return new VerifyResource(open().requireActive());
    }

    /** {@code /authorize} */
    @Path("authorize")
    public AuthorizeResource authorize() {
        return new AuthorizeResource(open().requireActive());
    }

    /** {@code /admin/roles} */
    @Path("admin/roles")
    public RolesResource adminRoles() {
        return new RolesResource(open().requireActive());
    }

    /** {@code /admin/permissions} */
    @Path("admin/permissions")
    public PermissionsResource adminPermissions() {
        return new PermissionsResource(open().requireActive());
    }

    /** {@code /admin/users} */
    @Path("admin/users")
    public AdminUsersResource adminUsers() {
        return new AdminUsersResource(open().requireActive());
    }

    /** {@code /.well-known}, for a while under a name that the app gave up too */
    @Path(".well-known")
    public DiscoveryResource wellKnown() {
        RequestUrl.check(session());
        return new DiscoveryResource(Apps.openEvenRenamed(session(), slug()), slug());
    }

    /** A browser's question before it calls; the answer's headers come with every answer. */
    @OPTIONS
    @Path("{route: .*}")
    @Access(open = true)
    @Operation(hidden = true)
    public void preflight() {
        open();
    }
}
