/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.keycloak.realm.RealmUsers;
import io.github.keycloakheimdall.keycloak.user.Directories;
import io.github.keycloakheimdall.keycloak.user.RoleHolders;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Whether somebody owns the app, and not everybody. */
public final class OwnerCheck implements Check {

    private static final List<SystemRole> MANAGING = List.of(SystemRole.OWNER, SystemRole.ADMIN);

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return Stream.concat(nobody(session, realm), everybody(realm));
    }

    /** A role that is deleted, or overwritten by an import, is made again, but nobody knows who held it. */
    private static Stream<Finding> nobody(KeycloakSession session, RealmModel realm) {
        RoleModel owner = realm.getRole(SystemRole.OWNER.roleName());
        boolean orphaned = owner != null
                && AppModel.isAppRole(owner)
                && RealmUsers.areStored(session, realm)
                && !new RoleHolders(session, owner).any()
                && !Directories.mayGiveRoles(realm);
        return orphaned
                ? Stream.of(Finding.warning(
                        "no_owner",
                        "The app has users, and none of them holds the role 'owner': nobody was given it yet, or the"
                                + " role was deleted or overwritten.",
                        "Give the role to whom it belongs, in the console or by PATCH"
                                + " /v1/apps/{id}/end-users/{user}/role."))
                : Stream.empty();
    }

    private static Stream<Finding> everybody(RealmModel realm) {
        return MANAGING.stream()
                .map(role -> realm.getRole(role.roleName()))
                .filter(role -> role != null && AppModel.isAppRole(role) && isForNewcomers(realm, role))
                .map(role -> Finding.error(
                        "role_for_everyone",
                        "The realm gives the role '" + role.getName()
                                + "' to everyone who is new, so strangers who sign" + " up may do all that it may.",
                        "Take the role out of the realm's default roles and default groups."));
    }

    private static boolean isForNewcomers(RealmModel realm, RoleModel role) {
        return realm.getDefaultRole().hasRole(role)
                || realm.getDefaultGroupsStream().anyMatch(group -> group.hasRole(role));
    }
}
