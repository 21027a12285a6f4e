/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.federation.IdentityList.Identity;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.provider.LinkedIdentities;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.mail.SecurityChange;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Links the account of someone who is signed in to theirs at a provider. */
final class NewLink {

    private final KeycloakSession session;
    private final App app;
    private final AppUser caller;
    private final LinkedIdentities links;

    private NewLink(App app, AppUser caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.links = new LinkedIdentities(session, caller.user());
    }

    /**
     * Looks whether the account could have such a link, before anyone is sent anywhere.
     *
     * @throws ApiException as {@link #make}
     */
    static void requirePossible(App app, AppUser caller, String alias) {
        new NewLink(app, caller).requireRoom(alias);
    }

    /**
     * Waits until nobody else links, or signs in for the first time: nothing in the database keeps one identity at a
     * provider from two accounts. The lock of the realm goes before that of the account, as it does there.
     *
     * @throws ApiException as {@link Freshness#requireAlone}
     */
    static NewLink alone(App app) {
        KeycloakSession session = app.session();
        RealmLock.hold(session, app.realm());
        return new NewLink(app, Freshness.requireAlone(app));
    }

    /**
     * @throws ApiException 409 {@code IDENTITY_IN_USE} for one of another account, {@code PROVIDER_ALREADY_LINKED}
     *     where the account has one of the provider, {@code BOUND_TO_ORGANIZATION} where an organization manages the
     *     account by its provider
     */
    Identity make(ProvenIdentity identity) {
        UserModel user = caller.user();
        requireRoom(identity.alias());
        if (links.isAnybodys(identity.alias(), identity.id())) {
            event(identity).error(Errors.FEDERATED_IDENTITY_EXISTS);
            throw ApiException.conflict("It is linked to another account", "IDENTITY_IN_USE");
        }
        SecurityNotices notices = SecurityNotices.ofOwner(app, user);
        links.add(identity.alias(), identity.id(), identity.username());
        new Membership(session, identity.alias()).give(user);
        event(identity).success();
        notices.tell(SecurityChange.IDENTITY_ADDED);
        return new Identity(identity.alias(), identity.username());
    }

    private void requireRoom(String alias) {
        if (links.has(alias)) {
            throw ApiException.conflict(
                    "The account is linked to this provider; unlink it first", "PROVIDER_ALREADY_LINKED");
        }
        if (links.areBound()) {
            throw ApiException.conflict("Your organization signs you in by its provider", "BOUND_TO_ORGANIZATION");
        }
    }

    private EventBuilder event(ProvenIdentity identity) {
        return new Events(session)
                .of(EventType.FEDERATED_IDENTITY_LINK, caller.user())
                .session(caller.sessionId())
                .detail(Details.USERNAME, caller.user().getUsername())
                .detail(Details.IDENTITY_PROVIDER, identity.alias())
                .detail(Details.IDENTITY_PROVIDER_USERNAME, identity.username());
    }
}
