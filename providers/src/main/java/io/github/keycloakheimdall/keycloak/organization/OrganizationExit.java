/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.table.OwnTables;
import java.util.List;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.organization.OrganizationProvider;

/**
 * Takes accounts out of organizations. Keycloak deletes the account of a member whom it manages, that is one whom the
 * organization's identity provider brought; here such a membership becomes an ordinary one before it ends.
 */
public final class OrganizationExit {

    private final KeycloakSession session;
    private final OrganizationProvider organizations;

    public OrganizationExit(KeycloakSession session) {
        this.session = session;
        this.organizations = session.getProvider(OrganizationProvider.class);
    }

    /** Ends the user's membership with their groups of the organization; the account stays. */
    public void leave(OrganizationModel organization, UserModel user) {
        release(organization, user);
        organizations.removeMember(organization, own(user));
    }

    /** Deletes the organization; the accounts of its members stay. */
    public void delete(OrganizationModel organization) {
        RealmModel realm = session.getContext().getRealm();
        GroupModel members = OrganizationRows.group(session, realm, organization.getId());
        session.getContext().setOrganization(organization);
        try {
            List<UserModel> known =
                    session.users().getGroupMembersStream(realm, members).toList();
            known.forEach(user -> leave(organization, user));
            // Whoever joins from now on has no part in what Keycloak does to the members of an organization's group.
            session.groups().removeGroup(realm, members);
        } finally {
            session.getContext().setOrganization(null);
        }
        organizations.remove(organization);
    }

    /** The row stays locked, so that nobody makes it a managed one again before it is gone. */
    private void release(OrganizationModel organization, UserModel user) {
        OwnTables.entityManager(session)
                .createQuery("update UserGroupMembershipEntity member set member.membershipType = 'UNMANAGED'"
                        + " where member.user.id = :user and member.groupId ="
                        + " (select org.groupId from OrganizationEntity org where org.id = :org)")
                .setParameter("user", user.getId())
                .setParameter("org", organization.getId())
                .executeUpdate();
    }

    /** A managed member of a disabled organization comes as one who cannot be changed. */
    private static UserModel own(UserModel user) {
        return user instanceof ReadOnlyUserModelDelegate readOnly ? own(readOnly.getDelegate()) : user;
    }
}
