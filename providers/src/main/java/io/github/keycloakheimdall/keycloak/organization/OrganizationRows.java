/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.table.OwnTables;
import java.util.List;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Keycloak's rows about organizations, where its model has no question for what is asked. */
public final class OrganizationRows {

    private static final int BATCH = 500;

    private OrganizationRows() {}

    /** Organizations of the realm that have no row in an own table, by its entity's name; some hundreds at most. */
    public static List<String> without(KeycloakSession session, RealmModel realm, String entity) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select org.id from OrganizationEntity org where org.realmId = :realm"
                                + " and not exists (select 1 from " + entity + " own where own.id = org.id)",
                        String.class)
                .setParameter("realm", realm.getId())
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** Members of the organization that have no row in an own table, by its entity's name; some hundreds at most. */
    public static List<String> membersWithout(KeycloakSession session, String organizationId, String entity) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select member.user.id from UserGroupMembershipEntity member, OrganizationEntity org"
                                + " where org.id = :org and member.groupId = org.groupId and not exists (select 1 from "
                                + entity + " own where own.tenantId = :org and own.userId = member.user.id)",
                        String.class)
                .setParameter("org", organizationId)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** Whether the realm has any, switched off or not. */
    public static boolean any(KeycloakSession session, RealmModel realm) {
        return !OwnTables.entityManager(session)
                .createQuery("select org.id from OrganizationEntity org where org.realmId = :realm", String.class)
                .setParameter("realm", realm.getId())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether the realm has an organization of that id; Keycloak's own question fails where another realm has it. */
    public static boolean exists(KeycloakSession session, RealmModel realm, String id) {
        return !OwnTables.entityManager(session)
                .createQuery(
                        "select org.id from OrganizationEntity org where org.id = :id and org.realmId = :realm",
                        String.class)
                .setParameter("id", id)
                .setParameter("realm", realm.getId())
                .getResultList()
                .isEmpty();
    }

    /** The group that all members of the organization are in. */
    static GroupModel group(KeycloakSession session, RealmModel realm, String id) {
        String group = OwnTables.entityManager(session)
                .createQuery("select org.groupId from OrganizationEntity org where org.id = :id", String.class)
                .setParameter("id", id)
                .getSingleResult();
        return session.groups().getGroupById(realm, group);
    }

    /** Whether the user is a member, asked of the database. */
    public static boolean isMember(KeycloakSession session, String organizationId, UserModel user) {
        return !OwnTables.entityManager(session)
                .createQuery(
                        "select member.groupId from UserGroupMembershipEntity member, OrganizationEntity org"
                                + " where org.id = :org and member.groupId = org.groupId and member.user.id = :user",
                        String.class)
                .setParameter("org", organizationId)
                .setParameter("user", user.getId())
                .getResultList()
                .isEmpty();
    }
}
