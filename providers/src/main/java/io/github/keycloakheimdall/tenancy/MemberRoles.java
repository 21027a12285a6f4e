/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenancy;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.role.RoleGrants;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The roles that members have inside a tenant: groups of the organization, named like the app's roles. The groups carry no
 * roles of Keycloak's, which would hold outside the tenant too.
 */
public final class MemberRoles {

    private final App app;
    private final OrganizationProvider organizations;
    private final OrganizationModel organization;

    MemberRoles(KeycloakSession session, App app, OrganizationModel organization) {
        this.app = app;
        this.organizations = session.getProvider(OrganizationProvider.class);
        this.organization = organization;
    }

    /** The member's role; member where the console gave none, the highest where it gave several. */
    RoleModel of(UserModel user) {
        return organizations
                .getOrganizationGroupsByMember(organization, user)
                .map(group -> app.realm().getRole(group.getName()))
                .filter(Objects::nonNull)
                .filter(AppModel::isAppRole)
                .min((one, other) -> RoleGrants.RANK.compare(one.getName(), other.getName()))
                .orElseGet(() -> app.realm().getRole(SystemRole.MEMBER.roleName()));
    }

    /** Makes it the member's only role. */
    void give(UserModel user, RoleModel role) {
        clear(user);
        GroupModel group = organizations
                .searchGroupsByName(organization, role.getName(), true, null, null)
                .findFirst()
                .orElseGet(() -> organizations.createGroup(organization, null, role.getName(), null));
        user.joinGroup(group);
    }

    void clear(UserModel user) {
        List<GroupModel> groups =
                organizations.getOrganizationGroupsByMember(organization, user).toList();
        groups.forEach(user::leaveGroup);
    }
}
