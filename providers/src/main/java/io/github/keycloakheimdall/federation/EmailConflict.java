/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.OauthLinkPolicy;
import io.github.keycloakheimdall.contact.EmailOwners;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.provider.BrokeredUsers;
import io.github.keycloakheimdall.keycloak.realm.KeycloakRoles;
import io.github.keycloakheimdall.keycloak.user.EmailAddress;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.user.Lookalikes;
import io.github.keycloakheimdall.user.UsernameRule;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What becomes of a first sign-in whose email an account here has already. */
final class EmailConflict {

    private static final int MAX_LENGTH = 254;

    private final KeycloakSession session;
    private final App app;
    private final Brokered who;
    private final BrokeredUsers users;

    EmailConflict(App app, Brokered who) {
        this.session = app.session();
        this.app = app;
        this.who = who;
        this.users = new BrokeredUsers(session, who);
    }

    /** The provider's email in the form that is kept here; null where it gave none that an account could have. */
    @Nullable
    String email() {
        String said = who.email() == null ? "" : who.email().strip();
        String lower = said.toLowerCase(Locale.ROOT);
        // As it was said: some letters that pass for others become those in lower case.
        return lower.length() <= MAX_LENGTH && EmailAddress.valid(lower) && Lookalikes.isPlain(said) ? lower : null;
    }

    /**
     * The account to link the identity to; null where none has the email, so that a new one may.
     *
     * @throws ApiException 409 {@code link_required} or {@code account_exists_with_different_provider} where an account
     *     has it and is not to be linked
     */
    @Nullable
    UserModel accountToLink() {
        String email = email();
        if (email == null) {
            return null;
        }
        EmailOwners owners = new EmailOwners(app);
        owners.requireUnambiguous(email);
        Optional<UserModel> owner = owners.find(email);
        if (owner.isEmpty() && (app.realm().isDuplicateEmailsAllowed() || !owners.claimed(email))) {
            return null;
        }
        return owner.filter(this::mayLink)
                .filter(found -> owners.isKnownToHold(email))
                .orElseThrow(this::refusal);
    }

    /** Links the account to the identity. */
    void link(UserModel owner) {
        SecurityNotices notices = SecurityNotices.ofOwner(app, owner);
        users.link(owner);
        users.update(owner, new UsernameRule(session, app.realm())::allows);
        new Events(session)
                .of(EventType.FEDERATED_IDENTITY_LINK, owner)
                .detail(Details.USERNAME, owner.getUsername())
                .detail(Details.IDENTITY_PROVIDER, who.alias())
                .detail(Details.IDENTITY_PROVIDER_USERNAME, who.username())
                .success();
        notices.tell(SecurityChange.IDENTITY_ADDED);
    }

    /**
     * Only on two proofs of one address: the account's own, and the provider's, which the realm's admin believes. Who
     * administers Keycloak is linked by nobody but themselves.
     */
    private boolean mayLink(UserModel owner) {
        return app.config().oauthLinkPolicy() == OauthLinkPolicy.AUTO
                && who.provesEmail()
                && !who.hidesEmail()
                && !users.isLinked(owner)
                && !KeycloakRoles.administers(owner);
    }

    private ApiException refusal() {
        return app.config().oauthLinkPolicy() == OauthLinkPolicy.REJECT
                ? ApiException.conflict(
                        "An account with this email signs in another way", "account_exists_with_different_provider")
                : ApiException.conflict(
                        "An account has this email; sign in to it and link the provider", "link_required");
    }
}
