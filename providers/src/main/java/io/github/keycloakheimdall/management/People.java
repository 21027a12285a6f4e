/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.UserSessions;
import io.github.keycloakheimdall.keycloak.UserStatus;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.role.LastOwner;
import java.util.List;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;

/** What becomes of the app's users at the hand of others: role, status, sessions, the end. */
final class People {

    private final KeycloakSession session;
    private final App app;
    private final Manager manager;
    private final Directory directory;

    People(KeycloakSession session, App app, Manager manager) {
        this.session = session;
        this.app = app;
        this.manager = manager;
        this.directory = new Directory(session, app);
    }

    /**
     * The user, if the manager may act on them.
     *
     * @throws ApiException 404 without such a user, 403 when they may do more than the manager
     */
    UserModel require(String id) {
        directory.read(id);
        UserModel user = session.users().getUserById(app.realm(), id);
        if (user == null) {
            throw ApiException.notFound();
        }
        manager.requireOver(AppRoles.of(app, user).permissions());
        return user;
    }

    /**
     * Gives the user this app role in place of those they have.
     *
     * @throws ApiException 400 for an unknown role, 403 when it holds more than the manager, 409 for the last owner
     */
    EndUser assign(String id, String roleName) {
        RoleModel role = roleToGive(roleName);
        UserModel user = require(id);
        boolean staysOwner = AppRoles.of(app, role).names().contains(SystemRole.OWNER.roleName());
        if (!staysOwner) {
            LastOwner.protect(session, app, user);
        }
        List<RoleModel> before = user.getRealmRoleMappingsStream()
                .filter(held -> AppModel.isAppRole(held) && !held.equals(role))
                .toList();
        before.forEach(user::deleteRoleMapping);
        user.grantRole(role);
        AdminEvents events = new AdminEvents(session, manager.auth());
        String[] path = {"users", id, "role-mappings", "realm"};
        if (!before.isEmpty()) {
            events.record(OperationType.DELETE, ResourceType.REALM_ROLE_MAPPING, path);
        }
        events.record(OperationType.CREATE, ResourceType.REALM_ROLE_MAPPING, path);
        return directory.read(id);
    }

    /** @throws ApiException 400 for an unknown role, 403 when it holds more than the manager */
    RoleModel roleToGive(String roleName) {
        RoleModel role = new Roles(session, app, manager)
                .find(roleName)
                .orElseThrow(() -> ApiException.invalid("role_name", "is not a role of this app"));
        manager.requireMayGive(session, app, role);
        return role;
    }

    /** Suspends, deactivates or lets in again; the first two end every session. 409 for the last owner. */
    EndUser changeStatus(String id, UserStatus status) {
        UserModel user = require(id);
        if (status != UserStatus.ACTIVE) {
            LastOwner.protect(session, app, user);
        }
        status.applyTo(user);
        new AdminEvents(session, manager.auth()).record(OperationType.UPDATE, ResourceType.USER, "users", id);
        if (status == UserStatus.ACTIVE) {
            return directory.read(id);
        }
        new UserSessions(session).endAll(user);
        return directory.read(id).withoutSessions();
    }

    /** Ends every session and calls back every token. */
    void endSessions(String id) {
        UserModel user = require(id);
        new UserSessions(session).endAll(user);
        new AdminEvents(session, manager.auth()).record(OperationType.ACTION, ResourceType.USER, "users", id, "logout");
    }

    /** Deletes the account and all that belongs to it. 409 for the last owner. */
    void delete(String id) {
        UserModel user = require(id);
        LastOwner.protect(session, app, user);
        if (!new UserManager(session).removeUser(app.realm(), user)) {
            throw ApiException.notFound();
        }
        new AdminEvents(session, manager.auth()).record(OperationType.DELETE, ResourceType.USER, "users", id);
    }
}
