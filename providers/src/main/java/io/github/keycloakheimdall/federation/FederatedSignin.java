/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.admission.Bar;
import io.github.keycloakheimdall.admission.FirstProof;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.provider.BrokeredUsers;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.user.UsernameRule;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Finds the account of someone whom a provider names, or makes it. In transactions of its own, because the answer to a
 * refusal is a redirect, with which Keycloak would commit.
 */
final class FederatedSignin {

    private static final String OAUTH = "oauth";

    private final KeycloakSession session;
    private final App app;

    FederatedSignin(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Whom the code of the web flow is to stand for.
     *
     * @throws ApiException with a code, for someone who gets no account or may not come in
     */
    SigninCode of(Brokered who) {
        return OwnTransaction.call(session, own -> known(own, who))
                .orElseGet(() -> OwnTransaction.call(session, own -> {
                    // Two first sign-ins at one moment would make two accounts: nothing in the database forbids it.
                    RealmLock.hold(own, app.realm());
                    App same = app.in(own);
                    return meaning(same, who, account(same, who));
                }));
    }

    private Optional<SigninCode> known(KeycloakSession own, Brokered who) {
        App same = app.in(own);
        BrokeredUsers users = new BrokeredUsers(own, who);
        users.prepare();
        UserModel user = users.find();
        return user == null ? Optional.empty() : Optional.of(meaning(same, who, signedIn(same, users, user)));
    }

    private static UserModel account(App same, Brokered who) {
        KeycloakSession own = same.session();
        BrokeredUsers users = new BrokeredUsers(own, who);
        UserModel user = users.find();
        if (user != null) {
            return signedIn(same, users, user);
        }
        if (!same.config().signinEnabled()) {
            throw refused();
        }
        EmailConflict conflict = new EmailConflict(same, who);
        Membership membership = new Membership(own, who.alias());
        membership.require(conflict.email());
        NewcomerAccount newcomer = new NewcomerAccount(same, who);
        if (!who.provesEmail()) {
            // Who only claims an email is not told whether an account has it, where nobody could make one.
            newcomer.requireWelcome(conflict.email());
        }
        UserModel owner = conflict.accountToLink();
        if (owner == null) {
            UserModel made = newcomer.make(conflict.email());
            membership.giveNew(made);
            return made;
        }
        requireAdmitted(same, owner);
        conflict.link(owner);
        membership.give(owner);
        return owner;
    }

    private static UserModel signedIn(App same, BrokeredUsers users, UserModel user) {
        KeycloakSession own = same.session();
        requireAdmitted(same, user);
        users.update(user, new UsernameRule(own, same.realm())::allows);
        return user;
    }

    private static void requireAdmitted(App same, UserModel user) {
        UserStore.requireThere(user);
        if (new Bar(same).reason(user) != null) {
            throw refused();
        }
    }

    private static ApiException refused() {
        return ApiException.forbidden("The account may not sign in", "signin_refused");
    }

    private static SigninCode meaning(App same, Brokered who, UserModel user) {
        KeycloakSession own = same.session();
        return new SigninCode(
                same.id(),
                user.getId(),
                new FirstProof(List.of(OAUTH, who.alias()), who.sessionNotes()),
                Standing.of(own, user),
                Clock.seconds() + SigninCodes.LIFESPAN_SECONDS);
    }
}
