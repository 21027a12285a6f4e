/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.contact.Claims;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.ContactVerification;
import io.github.keycloakheimdall.contact.ContactVerification.Prover;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.invite.AcceptedInvite;
import io.github.keycloakheimdall.invite.Invites;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.token.TokenResponse;
import io.github.keycloakheimdall.user.AccountFaults;
import io.github.keycloakheimdall.user.Accounts;
import io.github.keycloakheimdall.user.DerivedUsernames;
import io.github.keycloakheimdall.user.NewAccount;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Makes an account of an invite and starts its first session; a signup that is closed does not matter. */
final class InviteAcceptance {

    private final KeycloakSession session;
    private final App app;

    InviteAcceptance(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Who holds the code read the invite's mail, so the email is verified from the start. */
    @Nullable
    TokenResponse accept(AcceptInviteRequest request) {
        new AccountFaults(app).refuse(request.username(), null, request.password(), request.displayName());
        return new Registration(app).run(its -> register(its, request));
    }

    private static UserModel register(App app, AcceptInviteRequest request) {
        KeycloakSession session = app.session();
        Invites invites = new Invites(app);
        AcceptedInvite invite = invites.use(request.code());
        invites.requireNobodys(invite.email());
        // Who only claims the address has to give way before the account can have it.
        new Claims(session, app.realm()).drop(ContactType.EMAIL, invite.email(), null);
        UserModel user = new Accounts(app)
                .register(new NewAccount(
                        request.username() == null
                                ? new DerivedUsernames(app).ofEmail(invite.email())
                                : request.username(),
                        invite.email(),
                        request.password(),
                        request.displayName(),
                        invite.role() == null ? SystemRole.MEMBER.roleName() : invite.role()));
        verifyEmail(app, user);
        new Events(session)
                .of(EventType.REGISTER, user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.REGISTER_METHOD, "invite")
                .success();
        return user;
    }

    private static void verifyEmail(App app, UserModel user) {
        new Contacts(app)
                .primaryEmail(user)
                .flatMap(email -> new ContactVerification(app, user).verify(email.id(), Prover.HOLDER))
                .orElseThrow(() -> ApiException.conflict("Another account verified this email"));
    }
}
