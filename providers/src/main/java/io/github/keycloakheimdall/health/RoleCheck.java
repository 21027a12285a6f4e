/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.app.Toggle;
import java.util.Arrays;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Whether the app has its roles, and a role for who signs up. */
public final class RoleCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return Stream.concat(foreign(realm), unknownDefault(realm));
    }

    private static Stream<Finding> foreign(RealmModel realm) {
        return Arrays.stream(SystemRole.values())
                .map(role -> realm.getRole(role.roleName()))
                .filter(role -> role != null && !AppModel.isAppRole(role))
                .map(role -> Finding.warning(
                        "role_not_ours",
                        "The realm role '" + role.getName() + "' was there before the app and gives no rights in it.",
                        "Set the role's attribute heimdall.role to system to hand it over, or give it another name."));
    }

    private static Stream<Finding> unknownDefault(RealmModel realm) {
        String name = Toggle.SIGNUP_DEFAULT_ROLE.in(realm);
        RoleModel role = realm.getRole(name);
        return role != null && AppModel.isAppRole(role)
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "signup_default_role_unknown",
                        "New users are to get the role '" + name + "', which is none of the app's.",
                        "Set " + Toggle.SIGNUP_DEFAULT_ROLE.attribute() + " to the name of one of the app's roles."));
    }
}
