/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.EmailOwners;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.user.Accounts;
import io.github.keycloakheimdall.user.DerivedUsernames;
import io.github.keycloakheimdall.user.NewAccount;
import io.github.keycloakheimdall.user.Users;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * The account that becomes a member.
 *
 * @param created whether it was made for that
 */
record MemberAccount(UserModel user, boolean created) {

    /**
     * Whom the request means. An email means who verified it, or else an account that was made for whoever will and
     * that nobody can have been in; without one it is made.
     *
     * @throws ApiException 400 unless the request names one account, 403 when the caller may not act on it or make one,
     *     404 when there is no account of its id, 409 when someone is in an account that only claims the email
     */
    static MemberAccount of(App app, Caller caller, AddMemberRequest request) {
        if ((request.accountId() == null) == (request.email() == null)) {
            throw ApiException.invalid(
                    "account_id",
                    request.email() == null ? FieldFault.REQUIRED : FieldFault.NOT_ALLOWED,
                    "must be given, or email instead of it, and not both");
        }
        if (request.accountId() != null) {
            return new MemberAccount(new Users(app, caller).requireActable(request.accountId()), false);
        }
        String email = ContactType.EMAIL.normalize("email", request.email());
        EmailOwners owners = new EmailOwners(app);
        owners.requireUnambiguous(email);
        Optional<UserModel> known = owners.find(email).or(() -> owners.reserved(email));
        if (known.isPresent()) {
            caller.requireActOn(known.get());
            return new MemberAccount(known.get(), false);
        }
        if (owners.claimed(email) && !app.realm().isDuplicateEmailsAllowed()) {
            throw ApiException.conflict(
                    "An account claims this email without having verified it; name the account by its id, or have the"
                            + " email verified first",
                    "EMAIL_NOT_VERIFIED");
        }
        if (!caller.mayMakeAccounts()) {
            throw ApiException.forbidden("You may not make accounts");
        }
        return new MemberAccount(create(app, request, email), true);
    }

    private static UserModel create(App app, AddMemberRequest request, String email) {
        String username = request.username() == null ? new DerivedUsernames(app).ofEmail(email) : request.username();
        return new Accounts(app).create(new NewAccount(username, email, null, request.displayName(), null));
    }
}
