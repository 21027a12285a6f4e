/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.EventNote;
import io.github.keycloakheimdall.keycloak.UnreachableUser;
import io.github.keycloakheimdall.keycloak.UserStatus;
import io.github.keycloakheimdall.keycloak.UserStore;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.role.LastOwner;
import io.github.keycloakheimdall.user.Expulsion;
import io.github.keycloakheimdall.user.Users;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** What becomes of the app's users at the hand of others: role, status, sessions, the end. */
final class People {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;
    private final Directory directory;
    private final Users users;

    People(KeycloakSession session, App app, Caller caller) {
        this.session = session;
        this.app = app;
        this.caller = caller;
        this.directory = new Directory(session, app, caller);
        this.users = new Users(session, app, caller);
    }

    /**
     * Gives the user this app role in place of those they have.
     *
     * @throws ApiException 400 for an unknown role, 403 when the caller may not give or take one of the roles, 409 for the
     *     last owner, and {@code ROLE_BY_GROUP} for one whom a group gives a role that would go on naming them
     */
    EndUser assign(String id, String roleName) {
        RoleModel role = roleToGive(roleName);
        UserModel user = users.requireMappable(id);
        boolean staysOwner = AppRoles.of(app, role).names().contains(SystemRole.OWNER.roleName());
        if (!staysOwner) {
            LastOwner.protect(session, app, user);
        }
        List<RoleModel> before = user.getRealmRoleMappingsStream()
                .filter(held -> AppModel.isAppRole(held) && !held.equals(role))
                .toList();
        if (!before.stream().allMatch(caller::mayTake)) {
            throw ApiException.forbidden("You may not take the role that the user has");
        }
        if (AppRoles.outranked(app, user, role)) {
            throw ApiException.conflict(
                    "A group, or a role that is none of the app's, gives the user another role, which they would keep;"
                            + " take it from them in Keycloak's console",
                    "ROLE_BY_GROUP");
        }
        before.forEach(user::deleteRoleMapping);
        user.grantRole(role);
        record(id, before, role);
        return directory.show(id);
    }

    /** As Keycloak would, by what was taken and what was given; the second tells the log of both. */
    private void record(String id, List<RoleModel> before, RoleModel role) {
        AdminEvents events = new AdminEvents(session, caller.recordedAs());
        String[] path = {"users", id, "role-mappings", "realm"};
        if (!before.isEmpty()) {
            events.record(EventNote.toldByAnother(), OperationType.DELETE, ResourceType.REALM_ROLE_MAPPING, path);
        }
        EventNote note = EventNote.of("user.role_changed")
                .with("role_name", role.getName())
                .with(
                        "previous_role_name",
                        before.stream().map(RoleModel::getName).sorted().collect(Collectors.joining(" ")));
        events.record(note, OperationType.CREATE, ResourceType.REALM_ROLE_MAPPING, path);
    }

    /** Whether {@link #assign} would not refuse, but for the last owner. */
    boolean mayAssign(UserModel user, String roleName) {
        return caller.mayMapRolesOf(user)
                && user.getRealmRoleMappingsStream().filter(AppModel::isAppRole).allMatch(caller::mayTake)
                && !AppRoles.outranked(app, user, AppRoles.require(app, roleName));
    }

    /** Whether the caller may do to the user what is neither a role nor a permission. */
    boolean mayActOn(UserModel user) {
        return caller.mayActOn(user);
    }

    /** @throws ApiException 400 for an unknown role, 403 when the caller may not give it */
    RoleModel roleToGive(String roleName) {
        RoleModel role = AppRoles.require(app, roleName);
        caller.requireGive(role);
        return role;
    }

    /**
     * Suspends, deactivates or lets in again; the first two end every session, the last one unlocks as well. 409 for the
     * last owner. Suspending waits for no directory that the account was imported from.
     */
    EndUser changeStatus(String id, UserStatus status) {
        UserModel user = status == UserStatus.SUSPENDED ? users.requireExpellable(id) : users.requireActable(id);
        if (status != UserStatus.ACTIVE) {
            LastOwner.protect(session, app, user);
        }
        UserModel kept = status == UserStatus.SUSPENDED ? UnreachableUser.keptBy(session, app.realm(), user) : user;
        UserStatus before = UserStatus.of(kept);
        if (status == UserStatus.ACTIVE) {
            Reinstatement.unlock(session, app, caller, user);
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
        SecurityNotices notices = SecurityNotices.ofOthers(session, app, users.requireActable(id));
        deleteUntold(id);
        notices.tell(SecurityChange.ACCOUNT_DELETED);
    }

    /** The same without a mail, for a great many at once. */
    void deleteUntold(String id) {
        UserModel user = users.requireActable(id);
        LastOwner.protect(session, app, user);
        if (!UserStore.remove(session, app.realm(), user)) {
            throw ApiException.notFound();
        }
        new AdminEvents(session, caller.recordedAs()).record(OperationType.DELETE, ResourceType.USER, "users", id);
    }
}
