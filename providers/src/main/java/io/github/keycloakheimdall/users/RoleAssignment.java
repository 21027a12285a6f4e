/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.role.LastOwner;
import io.github.keycloakheimdall.user.Users;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Gives users of the app a role at the hand of others: one, in place of what they had. */
final class RoleAssignment {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    RoleAssignment(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /**
     * Gives the user this app role in place of those they have.
     *
     * @throws ApiException 400 for an unknown role, 403 when the caller may not give or take one of the roles, 409 for
     *     the last owner, and {@code ROLE_BY_GROUP} for one whom a group gives a role that would go on naming them
     */
    EndUser assign(String id, String roleName) {
        RoleModel role = roleToGive(roleName);
        UserModel user = new Users(app, caller).requireMappable(id);
        boolean staysOwner = AppRoles.of(app, role).names().contains(SystemRole.OWNER.roleName());
        if (!staysOwner) {
            LastOwner.protect(app, user);
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
        return new Directory(app, caller).show(id);
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

    /** @throws ApiException 400 for an unknown role, 403 when the caller may not give it */
    RoleModel roleToGive(String roleName) {
        RoleModel role = AppRoles.require(app, roleName);
        caller.requireGive(role);
        return role;
    }
}
