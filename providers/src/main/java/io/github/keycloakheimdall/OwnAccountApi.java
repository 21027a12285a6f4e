/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.activity.OwnActivityResource;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.avatar.OwnAvatarResource;
import io.github.keycloakheimdall.contact.OwnContactsResource;
import io.github.keycloakheimdall.factors.MfaResource;
import io.github.keycloakheimdall.federation.OwnIdentitiesResource;
import io.github.keycloakheimdall.http.RequestUrl;
import io.github.keycloakheimdall.me.MeResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** The part of {@link ConsumerApi} that is about the caller's own account. */
public abstract class OwnAccountApi {

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

    abstract KeycloakSession session();

    abstract String slug();

    /** The app, also one that is suspended or archived. */
    final App open() {
        RequestUrl.check(session());
        return Apps.open(session(), slug());
    }
}
