/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Groups inside organizations, of which a member's names the role that they have there. */
@Needs(Feature.ORGANIZATION_GROUPS)
public final class OrganizationGroups {

    private OrganizationGroups() {}

    /** The groups of the organization that the member is in. */
    public static Stream<GroupModel> of(KeycloakSession session, OrganizationModel organization, UserModel user) {
        return organizations(session).getOrganizationGroupsByMember(organization, user);
    }

    /** Makes the group of that name the member's only one; it is made where there is none. */
    public static void moveTo(KeycloakSession session, OrganizationModel organization, UserModel user, String name) {
        List<GroupModel> before = of(session, organization, user).toList();
        before.forEach(user::leaveGroup);
        GroupModel group = organizations(session)
                .searchGroupsByName(organization, name, true, null, null)
                .findFirst()
                .orElseGet(() -> organizations(session).createGroup(organization, null, name, null));
        user.joinGroup(group);
    }

    private static OrganizationProvider organizations(KeycloakSession session) {
        return session.getProvider(OrganizationProvider.class);
    }
}
