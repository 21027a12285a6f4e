/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.user.UnreachableUser;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.role.LastOwner;
import io.github.keycloakheimdall.user.Expulsion;
import io.github.keycloakheimdall.user.Users;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What becomes of the app's users at the hand of others: status, sessions, the end; roles by {@link RoleAssignment}.
 */
final class UserManagement {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;
    private final Directory directory;
    private final Users users;

    UserManagement(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.directory = new Directory(app, caller);
        this.users = new Users(app, caller);
    }

    /** The same users' roles. */
    RoleAssignment roles() {
        return new RoleAssignment(app, caller);
    }

    /** Whether the caller may do to the user what is neither a role nor a permission. */
    boolean mayActOn(UserModel user) {
        return caller.mayActOn(user);
    }

    /**
     * Suspends, deactivates or lets in again; the first two end every session, the last one unlocks as well. 409 for
     * the last owner. Suspending waits for no directory that the account was imported from.
     */
    EndUser changeStatus(String id, UserStatus status) {
        UserModel user = status == UserStatus.SUSPENDED ? users.requireExpellable(id) : users.requireActable(id);
        if (status != UserStatus.ACTIVE) {
            LastOwner.protect(app, user);
        }
        UserModel kept = status == UserStatus.SUSPENDED ? UnreachableUser.keptBy(session, app.realm(), user) : user;
        UserStatus before = UserStatus.of(kept);
        if (status == UserStatus.ACTIVE) {
            Reinstatement.unlock(app, caller, user);
        }
        status.applyTo(kept);
        EventNote note = EventNote.of("user." + (status == UserStatus.ACTIVE ? "reinstated" : status.word()))
                .changed("status", before.word(), status.word());
        new AdminEvents(session, caller.recordedAs())
                .record(note, OperationType.UPDATE, ResourceType.USER, "users", id);
        if (status == UserStatus.ACTIVE) {
            return directory.show(id);
        }
        new Expulsion(session).of(user);
        return directory.show(id).withoutSessions();
    }

    /** Ends every session and calls back every token. Needs no directory. */
    void endSessions(String id) {
        UserModel user = users.requireExpellable(id);
        new Expulsion(session).of(user);
        new AdminEvents(session, caller.recordedAs())
                .record(
                        EventNote.of("user.sessions_revoked"),
                        OperationType.ACTION,
                        ResourceType.USER,
                        "users",
                        id,
                        "logout");
    }

    /** Deletes the account and all that belongs to it, and tells its owner. 409 for the last owner. */
    void delete(String id) {
        SecurityNotices notices = SecurityNotices.ofOthers(app, users.requireActable(id));
        deleteUntold(id);
        notices.tell(SecurityChange.ACCOUNT_DELETED);
    }

    /** The same without a mail, for a great many at once. */
    void deleteUntold(String id) {
        UserModel user = users.requireActable(id);
        LastOwner.protect(app, user);
        if (!UserStore.remove(session, app.realm(), user)) {
            throw ApiException.notFound();
        }
        new AdminEvents(session, caller.recordedAs()).record(OperationType.DELETE, ResourceType.USER, "users", id);
    }
}
