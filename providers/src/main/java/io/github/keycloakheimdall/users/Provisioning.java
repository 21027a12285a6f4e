/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.contact.ContactBook;
import io.github.keycloakheimdall.contact.EmailOwners;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.user.EmailAddress;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.user.AccountFaults;
import io.github.keycloakheimdall.user.Accounts;
import io.github.keycloakheimdall.user.DerivedUsernames;
import io.github.keycloakheimdall.user.DisplayName;
import io.github.keycloakheimdall.user.NewAccount;
import io.github.keycloakheimdall.user.Users;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Makes accounts for others and edits their profiles. */
final class Provisioning {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;
    private final UserManagement management;

    Provisioning(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.management = new UserManagement(app, caller);
    }

    /**
     * Makes an account without a session; without a password it waits for a password reset.
     *
     * @throws ApiException 400 for an unknown role or what profile and password rules refuse, 403 for a role that the
     *     caller may not give, 409 when the email or the username is taken
     */
    EndUser create(CreateUserRequest request) {
        String chosen = app.realm().isRegistrationEmailAsUsername() ? null : request.username();
        new AccountFaults(app).refuse(chosen, request.email(), request.password(), request.displayName());
        String role = request.roleName() == null
                ? null
                : management.roles().roleToGive(request.roleName()).getName();
        new EmailOwners(app).requireFree(request.email());
        String username = chosen == null ? new DerivedUsernames(app).ofEmail(request.email()) : chosen;
        UserModel user = new Accounts(app)
                .create(new NewAccount(username, request.email(), request.password(), request.displayName(), role));
        new AdminEvents(session, caller.recordedAs())
                .record(
                        EventNote.NONE.with("role_name", role),
                        OperationType.CREATE,
                        ResourceType.USER,
                        "users",
                        user.getId());
        return new Directory(app, caller).show(user.getId());
    }

    /**
     * Changes what is not null. An email becomes the primary one of the user's contacts; only Keycloak's admins may
     * give an address that is none, which starts unverified.
     *
     * @throws ApiException 400 for what is no email or no contact of theirs, 409 when it is taken
     */
    EndUser update(String id, UpdateUserRequest request) {
        UserModel user = new Users(app, caller).requireActable(id);
        // Names alone: the log outlives the account.
        String changed = Stream.of(
                        request.displayName() == null ? null : "display_name", request.email() == null ? null : "email")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        DisplayName.setByAdmin(session, user, request.displayName());
        if (request.email() != null) {
            changeEmail(user, request.email().toLowerCase(Locale.ROOT));
        }
        new AdminEvents(session, caller.recordedAs())
                .record(EventNote.NONE.with("changed", changed), OperationType.UPDATE, ResourceType.USER, "users", id);
        return new Directory(app, caller).show(id);
    }

    private void changeEmail(UserModel user, String email) {
        requireEmail(email);
        if (email.equals(user.getEmail())) {
            return;
        }
        Freshness.requireOfUser(app);
        SecurityNotices notices = SecurityNotices.ofOthers(app, user);
        ContactBook.ofOthers(app, user).changeEmail(email, caller.mayGiveAnyEmail());
        notices.tell(SecurityChange.EMAIL_CHANGED);
    }

    private static void requireEmail(String email) {
        if (!EmailAddress.valid(email)) {
            throw ApiException.invalid("email", FieldFault.MALFORMED, "is not valid");
        }
    }
}
