/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.federation.IdentityList.Identity;
import io.github.keycloakheimdall.keycloak.credential.Passwords;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.provider.LinkedIdentities;
import io.github.keycloakheimdall.mail.SecurityChange;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** The providers that a user's account is linked to. */
final class OwnIdentities {

    private final KeycloakSession session;
    private final App app;
    private final AppUser caller;
    private final LinkedIdentities links;

    OwnIdentities(App app, AppUser caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.links = new LinkedIdentities(session, caller.user());
    }

    IdentityList list() {
        return new IdentityList(links.usernames().entrySet().stream()
                .map(link -> new Identity(link.getKey(), link.getValue().isEmpty() ? null : link.getValue()))
                .toList());
    }

    /**
     * @throws ApiException 404 without such a link, 409 {@code BOUND_TO_ORGANIZATION} where an organization manages the
     *     account by it, {@code LAST_SIGNIN_METHOD} where nothing else lets the user in
     */
    void remove(String provider) {
        if (!links.usernames().containsKey(provider)) {
            throw ApiException.notFound();
        }
        if (links.binds(provider)) {
            throw ApiException.conflict("Your organization signs you in by it", "BOUND_TO_ORGANIZATION");
        }
        if (!new Passwords(session).has(caller.user()) && !links.opensBesides(provider)) {
            throw ApiException.conflict(
                    "Nothing else lets you in; set a password first, by a reset", "LAST_SIGNIN_METHOD");
        }
        SecurityNotices notices = SecurityNotices.ofOwner(app, caller.user());
        links.remove(provider);
        new Events(session)
                .of(EventType.REMOVE_FEDERATED_IDENTITY, caller.user())
                .session(caller.sessionId())
                .detail(Details.USERNAME, caller.user().getUsername())
                .detail(Details.IDENTITY_PROVIDER, provider)
                .success();
        notices.tell(SecurityChange.IDENTITY_REMOVED);
    }
}
