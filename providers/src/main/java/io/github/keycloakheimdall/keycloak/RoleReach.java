/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** How far a role reaches by way of the roles that it holds. */
public final class RoleReach {

    private RoleReach() {}

    /** The role and all that it holds, also by way of others. */
    public static Set<RoleModel> of(RoleModel role) {
        return RoleUtils.expandCompositeRoles(Set.of(role));
    }

    /** Whether Keycloak would let the admin give each of these roles to a user. */
    public static boolean mayMap(AdminAuth admin, KeycloakSession session, RealmModel realm, Set<RoleModel> roles) {
        var evaluator = AdminPermissions.evaluator(session, realm, admin);
        return roles.stream().allMatch(evaluator.roles()::canMapRole);
    }
}
