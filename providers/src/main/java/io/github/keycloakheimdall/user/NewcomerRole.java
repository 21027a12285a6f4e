/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * The role that a new account of an app gets.
 *
 * @param app whose roles there are
 */
record NewcomerRole(App app) {

    private static final Logger LOG = Logger.getLogger(NewcomerRole.class);

    /** @param name null for the role that the app has for it */
    void give(UserModel user, @Nullable String name) {
        AppRoles.named(app, name == null ? named(app.config().signupDefaultRole()) : name)
                .or(() -> AppRoles.named(app, SystemRole.MEMBER.roleName()))
                .ifPresent(user::grantRole);
    }

    /** Nobody becomes an admin of Keycloak by registering, whatever the role came to hold since it was chosen. */
    String named(String name) {
        Optional<RoleModel> role = AppRoles.ofNewcomers(app.realm(), name);
        if (role.isEmpty()) {
            LOG.warnf(
                    "Realm %s has no app role '%s', or it administers Keycloak; the new user becomes a member",
                    app.slug(), name);
        }
        return role.map(RoleModel::getName).orElse(SystemRole.MEMBER.roleName());
    }
}
