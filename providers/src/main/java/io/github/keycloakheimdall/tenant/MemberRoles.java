/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.organization.HeldByOrganization;
import io.github.keycloakheimdall.keycloak.organization.OrganizationGroups;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.outbound.EventKind;
import io.github.keycloakheimdall.outbound.Occurrence;
import io.github.keycloakheimdall.role.RoleGrants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * The roles that members have inside a tenant: groups of the organization, named like the app's roles. The groups carry
 * no roles of Keycloak's, which would hold outside the tenant too. Where Keycloak has no such groups, the member's row
 * has the name; {@link KeptRoles} makes it a group once Keycloak has them.
 */
final class MemberRoles {

    private final KeycloakSession session;
    private final App app;
    private final OrganizationModel organization;

    MemberRoles(App app, OrganizationModel organization) {
        this.session = app.session();
        this.app = app;
        this.organization = organization;
    }

    /** The member's role; member where the console gave none, the highest where it gave several. */
    RoleModel of(TenantMemberEntity row, @Nullable UserModel user) {
        return groups(user)
                .map(GroupModel::getName)
                .flatMap(this::role)
                .min((one, other) -> RoleGrants.RANK.compare(one.getName(), other.getName()))
                .or(() -> role(row.role).findFirst())
                .orElseGet(() -> app.realm().getRole(SystemRole.MEMBER.roleName()));
    }

    /**
     * Makes it the member's only role.
     *
     * @throws ApiException 409 {@code ACCOUNT_MANAGED_ELSEWHERE} for a member whom a suspended tenant manages
     */
    void give(TenantMemberEntity row, UserModel user, RoleModel role) {
        if (Feature.ORGANIZATION_GROUPS.isThere()) {
            OrganizationGroups.moveTo(
                    session, organization, user, role.getName(), name -> AppModel.isAppRole(app.realm(), name));
            row.role = null;
        } else if (!new HeldByOrganization(session).among(List.of(user.getId())).isEmpty()) {
            // As Keycloak refuses to move such a user between groups.
            throw UserStore.managedElsewhere();
        } else {
            tell(user, row.role, role.getName());
            row.role = role.getName();
        }
    }

    /** A group that someone comes into is told of by Keycloak. */
    private void tell(UserModel user, @Nullable String before, String role) {
        Map<String, String> data = new HashMap<>();
        data.put("tenant_id", organization.getId());
        data.put("display_name", organization.getName());
        data.put("account_id", user.getId());
        data.put("username", user.getUsername());
        data.put("email", user.getEmail());
        data.put("previous_role_name", before);
        data.put("role_name", role);
        new Occurrence(session, app.realm(), EventKind.TENANT_MEMBER_ROLE_CHANGED, data).publish();
    }

    private Stream<GroupModel> groups(@Nullable UserModel user) {
        return user != null && Feature.ORGANIZATION_GROUPS.isThere()
                ? OrganizationGroups.of(session, organization, user)
                : Stream.empty();
    }

    private Stream<RoleModel> role(@Nullable String name) {
        return Optional.ofNullable(name).map(app.realm()::getRole).stream()
                .filter(Objects::nonNull)
                .filter(AppModel::isAppRole);
    }
}
