/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;

/** Who was given a role, themselves or through a group of theirs; as the database has it now, past all caches. */
public final class RoleHolders {

    private static final String BY_USER = "select m.user.id from UserRoleMappingEntity m where m.roleId = :role";
    private static final String BY_GROUP = "select m.user.id from UserGroupMembershipEntity m, GroupRoleMappingEntity g"
            + " where g.group.id = m.groupId and g.roleId = :role";

    // Users whom a directory keeps to itself, by what Keycloak remembers of them.
    private static final String BY_FOREIGN_USER =
            "select m.userId from FederatedUserRoleMappingEntity m where m.roleId = :role";
    private static final String BY_FOREIGN_GROUP =
            "select m.userId from FederatedUserGroupMembershipEntity m, GroupRoleMappingEntity g"
                    + " where g.group.id = m.groupId and g.roleId = :role";

    private static final String BY_SUBGROUP = "select g.group.id from GroupRoleMappingEntity g, GroupEntity sub"
            + " where sub.parentId = g.group.id and g.roleId = :role";
    private static final String BY_ROLE =
            "select c.parentRole.id from CompositeRoleEntity c where c.childRole.id = :role";

    // Before 26.5 the parts of a role are no entities of their own.
    private static final String PARTS = "CompositeRoleEntity";
    private static final String BY_ROLE_WITHOUT_PARTS =
            "select whole.id from RoleEntity whole join whole.compositeRoles part where part.id = :role";

    private final EntityManager database;
    private final RoleModel role;

    public RoleHolders(KeycloakSession session, RoleModel role) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.role = role;
    }

    /**
     * Whether anyone has it, or may: what a group gives, its subgroups do too, and so does a role that it is a part of.
     */
    public boolean any() {
        return Stream.of(BY_USER, BY_GROUP, BY_SUBGROUP, byRole(), BY_FOREIGN_USER, BY_FOREIGN_GROUP)
                .anyMatch(query -> exists(query, null));
    }

    /** Whether an enabled user other than this one has it. */
    public boolean anyActiveBut(String userId) {
        String others = " and m.user.enabled = true and m.user.serviceAccountClientLink is null and m.user.id <> :but";
        return exists(BY_USER + others, userId) || exists(BY_GROUP + others, userId);
    }

    private String byRole() {
        boolean partsAreEntities = database.getMetamodel().getEntities().stream()
                .anyMatch(entity -> entity.getName().equals(PARTS));
        return partsAreEntities ? BY_ROLE : BY_ROLE_WITHOUT_PARTS;
    }

    private boolean exists(String query, @Nullable String but) {
        var holders = database.createQuery(query, String.class).setParameter("role", role.getId());
        if (but != null) {
            holders.setParameter("but", but);
        }
        return !holders.setMaxResults(1).getResultList().isEmpty();
    }
}
