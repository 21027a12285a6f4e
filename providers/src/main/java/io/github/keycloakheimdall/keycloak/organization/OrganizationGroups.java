/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import java.util.List;
import java.util.function.Predicate;
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

    /**
     * Makes the group of that name the member's only one that stands for a role; it is made where there is none.
     *
     * @param role whether the group of a name stands for a role
     */
    public static void moveTo(
            KeycloakSession session,
            OrganizationModel organization,
            UserModel user,
            String name,
            Predicate<String> role) {
        List<GroupModel> before = of(session, organization, user)
                .filter(group -> role.test(group.getName()))
                .toList();
        before.forEach(user::leaveGroup);
        user.joinGroup(group(session, organization, name));
    }

    /** Has the group of that name stand for the role that the member has already, which is news to nobody. */
    public static void keep(KeycloakSession session, OrganizationModel organization, UserModel user, String name) {
        OrganizationMove.keepQuiet(session);
        user.joinGroup(group(session, organization, name));
    }

    private static GroupModel group(KeycloakSession session, OrganizationModel organization, String name) {
        return organizations(session)
                .searchGroupsByName(organization, name, true, null, null)
                .findFirst()
                .orElseGet(() -> organizations(session).createGroup(organization, null, name, null));
    }

    private static OrganizationProvider organizations(KeycloakSession session) {
        return session.getProvider(OrganizationProvider.class);
    }
}
