/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.code.VerificationCodes;
import io.github.keycloakheimdall.contact.ContactVerification;
import io.github.keycloakheimdall.contact.ContactVerification.Prover;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.provider.BrokeredUsers;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import io.github.keycloakheimdall.user.Accounts;
import io.github.keycloakheimdall.user.DerivedUsernames;
import io.github.keycloakheimdall.user.NewAccount;
import io.github.keycloakheimdall.user.SignupRule;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The account of someone who signs in at a provider for the first time. */
final class NewcomerAccount {

    /** What a username is made of where the provider says nothing that could be one. */
    private static final String NAMELESS = "user";

    private final KeycloakSession session;
    private final App app;
    private final Brokered who;

    NewcomerAccount(App app, Brokered who) {
        this.session = app.session();
        this.app = app;
        this.who = who;
    }

    /**
     * @param email nobody's, or null
     * @throws ApiException 403 {@code signup_disabled} and {@code email_domain_not_allowed}, 400
     *     {@code email_required}, 409 {@code username_taken}
     */
    UserModel make(@Nullable String email) {
        requireWelcome(email);
        UserModel user = new Accounts(app).create(new NewAccount(username(email), email, null, null, null));
        ProviderNames.give(session, user, who);
        BrokeredUsers users = new BrokeredUsers(session, who);
        users.link(user);
        users.describe(user);
        if (email != null && who.provesEmail()) {
            verifyEmail(user);
        }
        new Events(session)
                .of(EventType.REGISTER, user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.REGISTER_METHOD, "broker")
                .detail(Details.IDENTITY_PROVIDER, who.alias())
                .detail(Details.IDENTITY_PROVIDER_USERNAME, who.username())
                .success();
        new VerificationCodes(app).sendAtSignup(user);
        return user;
    }

    /**
     * No key comes with a browser, so where only the app's backend makes accounts there is none to be had here.
     *
     * @throws ApiException 403 {@code signup_disabled} and {@code email_domain_not_allowed}
     */
    void requireWelcome(@Nullable String email) {
        SignupRule rule = new SignupRule(app.config());
        if (!rule.open() || rule.ofBackends()) {
            throw ApiException.forbidden("Signup is disabled", "signup_disabled");
        }
        if (!rule.takes(email)) {
            throw ApiException.forbidden("Signup is not open to this email domain", "email_domain_not_allowed");
        }
    }

    /** A name that a mapper of the realm chose is not altered; the provider's own is only what ours is made from. */
    private String username(@Nullable String email) {
        if (app.realm().isRegistrationEmailAsUsername()) {
            if (email == null) {
                throw ApiException.badRequest(
                        "The provider gives no email, and emails are usernames", "email_required");
            }
            return email;
        }
        if (who.chosenUsername() != null) {
            if (new UserLookup(session, app.realm()).byUsername(who.chosenUsername()) != null) {
                throw ApiException.conflict("Username is already in use", "username_taken");
            }
            return who.chosenUsername();
        }
        String known = who.username() == null ? "" : who.username().split("@", 2)[0];
        DerivedUsernames names = new DerivedUsernames(app);
        if (!known.isBlank()) {
            return names.like(known);
        }
        return email == null ? names.like(NAMELESS) : names.ofEmail(email);
    }

    /** Where an account that administers Keycloak claims the address, it stays unverified, as for everyone. */
    private void verifyEmail(UserModel user) {
        new Contacts(app).primaryEmail(user).ifPresent(contact -> new ContactVerification(app, user)
                .verify(contact.id(), Prover.HOLDER));
    }
}
