/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.user.Accounts;
import io.github.keycloakheimdall.user.NewAccount;
import io.github.keycloakheimdall.user.DerivedUsernames;
import io.github.keycloakheimdall.user.Users;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The account that becomes a member.
 *
 * @param created whether it was made for that
 */
record MemberAccount(UserModel user, boolean created) {

    /**
     * @throws ApiException 400 unless the request names one account, 403 when the caller may not act on it, 404 when there
     *     is no account of its id
     */
    static MemberAccount of(KeycloakSession session, App app, Caller caller, AddMemberRequest request) {
        if ((request.accountId() == null) == (request.email() == null)) {
            throw ApiException.invalid("account_id", "or email must be given, and not both");
        }
        if (request.accountId() != null) {
            return new MemberAccount(new Users(session, app, caller).requireActable(request.accountId()), false);
        }
        UserModel known = session.users().getUserByEmail(app.realm(), request.email());
        if (known == null) {
            if (!caller.mayMakeAccounts()) {
                throw ApiException.forbidden("You may not make accounts");
            }
            return new MemberAccount(create(session, app, request), true);
        }
        caller.requireActOn(known);
        return new MemberAccount(known, false);
    }

    private static UserModel create(KeycloakSession session, App app, AddMemberRequest request) {
        String email = request.email();
        String username = request.username() == null ? new DerivedUsernames(session, app).ofEmail(email) : request.username();
        return new Accounts(session, app)
                .create(new NewAccount(
                        username,
                        email,
                        null,
                        request.displayName(),
                        app.config().signupDefaultRole()));
    }
}
