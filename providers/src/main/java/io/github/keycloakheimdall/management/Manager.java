/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.RoleReach;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Who manages an app's people and roles, and how far that goes: nobody hands out what they do not hold.
 *
 * @param kind whose rules apply
 * @param held the permissions of a person or a machine client
 * @param auth in whose name it is recorded
 */
record Manager(Kind kind, Set<String> held, AdminAuth auth) {

    enum Kind {
        PERSON,
        MACHINE,
        KEYCLOAK_ADMIN
    }

    /** The caller of the admin lane. */
    static Manager of(KeycloakSession session, App app) {
        Caller caller = Callers.requireAny(session);
        ClientModel client = session.getContext().getClient();
        return new Manager(
                caller.isMachine() ? Kind.MACHINE : Kind.PERSON,
                caller.permissions(app),
                new AdminAuth(app.realm(), null, caller.user(), client));
    }

    /** The caller of the platform API, whose admin roles were asked already and who could do the same in the console. */
    static Manager of(PlatformCaller caller) {
        return new Manager(Kind.KEYCLOAK_ADMIN, Set.of(), caller.admin());
    }

    /** @throws ApiException 403 that names what the manager would grant without holding it */
    void requireHeld(Collection<String> permissions) {
        if (kind == Kind.KEYCLOAK_ADMIN) {
            return;
        }
        List<String> missing = permissions.stream()
                .filter(permission -> !held.contains(permission))
                .distinct()
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw ApiException.forbidden("Cannot grant permissions you do not hold: " + String.join(", ", missing));
        }
    }

    /**
     * A machine client may give a role whatever permissions it holds: its scopes are what one program needs, not the sum
     * of what users may do. Roles of Keycloak's own that an app role was made to hold, such as an admin role, are given by
     * those only who have them, and by admins who could give them in the console.
     *
     * @throws ApiException 403 when the role holds more than the manager may hand on
     */
    void requireMayGive(KeycloakSession session, App app, RoleModel role) {
        if (kind == Kind.PERSON) {
            requireHeld(AppRoles.of(app, role).permissions());
        }
        Set<RoleModel> reach = RoleReach.of(role);
        if (kind == Kind.KEYCLOAK_ADMIN) {
            if (!RoleReach.mayMap(auth, session, app.realm(), reach)) {
                throw ApiException.forbidden("Keycloak does not let you give this role");
            }
            return;
        }
        boolean beyond = reach.stream()
                .filter(part -> !AppModel.isAppRole(part) && !AppModel.isPermission(part, app.client()))
                .anyMatch(part -> !auth.getUser().hasRole(part));
        if (beyond) {
            throw ApiException.forbidden("This role holds roles of Keycloak that you do not have");
        }
    }

    /**
     * Whoever could change an owner's email or take their role away would soon be one.
     *
     * @throws ApiException 403 when the other may manage what this person may not
     */
    void requireOver(Collection<String> permissionsOfOther) {
        if (kind != Kind.PERSON) {
            return;
        }
        boolean above = permissionsOfOther.stream()
                .filter(PermissionCatalogue::isManaging)
                .anyMatch(permission -> !held.contains(permission));
        if (above) {
            throw ApiException.forbidden("This user may do more than you");
        }
    }
}
