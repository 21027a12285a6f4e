/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import io.github.keycloakheimdall.keycloak.organization.OrganizationRights;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * What Keycloak's own admin REST API lets an admin do in one realm, by the same evaluators: admin roles, and
 * fine-grained permissions where the realm has them. Belongs to one session.
 */
public final class AdminRights {

    private final AdminPermissionEvaluator evaluator;
    private final RealmModel realm;

    public AdminRights(KeycloakSession session, RealmModel realm, AdminAuth admin) {
        this.evaluator = AdminPermissions.evaluator(session, realm, admin);
        this.realm = realm;
    }

    /** Whether the admin has the role over the whole realm. */
    public boolean has(AdminRole role) {
        return role.heldBy(evaluator);
    }

    /** Whether the admin may have a role over some object: with fine-grained permissions the object alone tells. */
    public boolean mayHaveForObject() {
        return realm.isAdminPermissionsEnabled();
    }

    /** Whether the user may be read. */
    public boolean maySee(UserModel user) {
        return evaluator.users().canView(user);
    }

    /** Whether the user may be changed. */
    public boolean mayManage(UserModel user) {
        return evaluator.users().canManage(user);
    }

    /** Whether the user's roles may be changed. */
    public boolean mayMapRolesOf(UserModel user) {
        return evaluator.users().canMapRoles(user);
    }

    /** Whether the user may join and leave groups. */
    public boolean mayMoveInGroups(UserModel user) {
        return evaluator.users().canManageGroupMembership(user);
    }

    /** Whether the role, and each that it holds, may be given to users. */
    public boolean mayMap(RoleModel role) {
        return RoleUtils.expandCompositeRoles(Set.of(role)).stream().allMatch(evaluator.roles()::canMapRole);
    }

    /** Whether the role may be given to users and taken from them, whatever it holds. */
    public boolean mayMapAlone(RoleModel role) {
        return evaluator.roles().canMapRole(role);
    }

    /** Whether the role itself may be changed. */
    public boolean mayManage(RoleModel role) {
        return evaluator.roles().canManage(role);
    }

    /** Whether the role may be made a part of others. */
    public boolean mayMakePart(RoleModel role) {
        return evaluator.roles().canMapComposite(role);
    }

    /** Whether the client may be read. */
    public boolean maySee(ClientModel client) {
        return evaluator.clients().canView(client);
    }

    /** Whether the client may be changed. */
    public boolean mayConfigure(ClientModel client) {
        return evaluator.clients().canConfigure(client);
    }

    /** Whether the organization may be read. */
    public boolean maySee(OrganizationModel organization) {
        return OrganizationRights.maySee(evaluator, organization);
    }

    /** Whether the organization may be changed. */
    public boolean mayManage(OrganizationModel organization) {
        return OrganizationRights.mayManage(evaluator, organization);
    }
}
