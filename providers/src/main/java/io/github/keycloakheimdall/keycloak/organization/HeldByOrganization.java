/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;

/**
 * Accounts that Keycloak takes for disabled, whatever their own row says: those of members whom an organization
 * manages, as long as it, or the realm's organizations as a whole, are switched off.
 */
public final class HeldByOrganization {

    private final KeycloakSession session;

    public HeldByOrganization(KeycloakSession session) {
        this.session = session;
    }

    /** Which of these users are. */
    public Set<String> among(List<String> ids) {
        if (!possible()) {
            return Set.of();
        }
        CriteriaBuilder build = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .getCriteriaBuilder();
        CriteriaQuery<String> query = build.createQuery(String.class);
        Root<UserEntity> user = query.from(UserEntity.class);
        query.select(user.get("id")).where(user.get("id").in(ids), build.exists(memberships(build, query, user)));
        return Set.copyOf(session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(query)
                .getResultList());
    }

    /** Whether the user of a query is. */
    public Predicate is(CriteriaBuilder build, CriteriaQuery<?> query, Root<UserEntity> user) {
        return possible() ? build.exists(memberships(build, query, user)) : build.disjunction();
    }

    private Subquery<Integer> memberships(CriteriaBuilder build, CriteriaQuery<?> query, Root<UserEntity> user) {
        Subquery<Integer> memberships = query.subquery(Integer.class);
        Root<UserGroupMembershipEntity> membership = memberships.from(UserGroupMembershipEntity.class);
        Root<OrganizationEntity> organization = memberships.from(OrganizationEntity.class);
        List<Predicate> conditions = new ArrayList<>(List.of(
                build.equal(membership.get("user"), user),
                build.equal(membership.get("membershipType"), MembershipType.MANAGED.name()),
                build.equal(organization.get("groupId"), membership.get("groupId"))));
        if (session.getContext().getRealm().isOrganizationsEnabled()) {
            conditions.add(build.isFalse(organization.get("enabled")));
        }
        return memberships.select(build.literal(1)).where(conditions.toArray(Predicate[]::new));
    }

    /** Keycloak's cache knows whether the realm has organizations. */
    private boolean possible() {
        return OrganizationSwitch.isServerOn()
                && session.getProvider(OrganizationProvider.class).count() > 0;
    }
}
