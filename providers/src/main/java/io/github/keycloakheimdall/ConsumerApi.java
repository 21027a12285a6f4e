/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.activity.OwnActivityResource;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.auth.AuthResource;
import io.github.keycloakheimdall.avatar.AvatarsResource;
import io.github.keycloakheimdall.avatar.OwnAvatarResource;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.contact.OwnContactsResource;
import io.github.keycloakheimdall.discovery.DiscoveryResource;
import io.github.keycloakheimdall.factors.MfaResource;
import io.github.keycloakheimdall.factors.UserFactorsResource;
import io.github.keycloakheimdall.federation.FederationResource;
import io.github.keycloakheimdall.federation.OwnIdentitiesResource;
import io.github.keycloakheimdall.http.RequestUrl;
import io.github.keycloakheimdall.machine.OauthResource;
import io.github.keycloakheimdall.me.MeResource;
import io.github.keycloakheimdall.tenants.TenantsResource;
import io.github.keycloakheimdall.users.AdminUsersResource;
import io.github.keycloakheimdall.users.PermissionsResource;
import io.github.keycloakheimdall.users.RolesResource;
import io.github.keycloakheimdall.verify.AuthorizeResource;
import io.github.keycloakheimdall.verify.VerifyResource;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.KeycloakSession;

/** The table of routes below {@code /<slug>/v1}: a feature a line. */
public abstract class ConsumerApi {

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

    /** {@code /me} */
    @Path("me")
    public MeResource me() {
        return new MeResource(open().requireActive());
    }

    /** {@code /me/avatar} */
    @Path("me/avatar")
    public OwnAvatarResource ownAvatar() {
        return new OwnAvatarResource(open().requireActive());
    }

    /** {@code /avatars} */
    @Path("avatars")
    public AvatarsResource avatars() {
        return new AvatarsResource(open().requireActive());
    }

    /** {@code /me/contacts} */
    @Path("me/contacts")
    public OwnContactsResource ownContacts() {
        return new OwnContactsResource(open().requireActive());
    }

    /** {@code /me/identities} */
    @Path("me/identities")
    public OwnIdentitiesResource ownIdentities() {
        return new OwnIdentitiesResource(open().requireActive());
    }

    /** {@code /me/activity} */
    @Path("me/activity")
    public OwnActivityResource ownActivity() {
        return new OwnActivityResource(open().requireActive());
    }

    /** {@code /me/mfa} */
    @Path("me/mfa")
    public MfaResource mfa() {
        return new MfaResource(open().requireActive());
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

    abstract KeycloakSession session();

    abstract String slug();

    private App open() {
        RequestUrl.check(session());
        return Apps.open(session(), slug());
    }
}
