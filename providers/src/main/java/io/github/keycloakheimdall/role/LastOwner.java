/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.role;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.user.RoleHolders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Keeps an app from losing its last owner. */
public final class LastOwner {

    private LastOwner() {}

    /**
     * To be asked before an owner is demoted, suspended or deleted. Until the transaction ends no other can do the
     * same, so that two owners cannot remove one another.
     *
     * @throws ApiException 409 {@code LAST_OWNER} when no other active user owns the app
     */
    public static void protect(App app, UserModel user) {
        if (stands(app, user)) {
            throw ApiException.conflict("The app would lose its last owner", "LAST_OWNER");
        }
    }

    /** Whether the user is the last owner; holds the lock like {@link #protect} if they are an owner at all. */
    public static boolean stands(App app, UserModel user) {
        KeycloakSession session = app.session();
        String name = SystemRole.OWNER.roleName();
        RoleModel owner = app.realm().getRole(name);
        if (owner == null || !AppRoles.of(app, user).names().contains(name)) {
            return false;
        }
        Database.flush(session);
        RealmLock.acquire(session, app.realm());
        return !new RoleHolders(session, owner).anyActiveBut(user.getId());
    }
}
