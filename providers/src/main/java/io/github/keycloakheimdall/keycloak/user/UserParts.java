/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.organization.HeldByOrganization;
import io.github.keycloakheimdall.keycloak.realm.ProfileAttributes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What belongs to the users of a page, by user id: read in one query a kind, however many users there are. */
record UserParts(
        Map<String, Map<String, String>> attributes,
        Map<String, List<String>> roles,
        Map<String, List<String>> groups,
        Map<String, SessionUse> sessions,
        Set<String> held) {

    static UserParts of(KeycloakSession session, List<String> ids) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new UserParts(
                attributes(database, ids),
                ofUsers(database, "select m.user.id, m.roleId from UserRoleMappingEntity m", ids),
                ofUsers(database, "select m.user.id, m.groupId from UserGroupMembershipEntity m", ids),
                SessionUse.of(session, session.getContext().getRealm(), ids),
                new HeldByOrganization(session).among(ids));
    }

    /**
     * The row of a user, given the columns that {@link UserRows#page} selects.
     *
     * @param federated whether a federation has a say in what the user is
     */
    UserRow row(Object[] user, boolean federated) {
        String id = (String) user[0];
        Map<String, String> own = attributes.getOrDefault(id, Map.of());
        SessionUse use = sessions.getOrDefault(id, SessionUse.NONE);
        return new UserRow(
                id,
                federated,
                (String) user[1],
                (String) user[2],
                (boolean) user[3],
                own.get(ProfileAttributes.EMAIL_VERIFIED_AT),
                FullName.unless(own.get(ProfileAttributes.DISPLAY_NAME), (String) user[6], (String) user[7]),
                UserStatus.of((boolean) user[4] && !held.contains(id), own.get(ProfileAttributes.STATUS)),
                CreatedAt.of((Long) user[5]),
                roles.getOrDefault(id, List.of()),
                groups.getOrDefault(id, List.of()),
                use.count(),
                use.lastUsedAt());
    }

    private static Map<String, Map<String, String>> attributes(EntityManager database, List<String> ids) {
        return database.createQuery(
                        "select a.user.id, a.name, a.value from UserAttributeEntity a where a.user.id in :ids"
                                + " and a.name in :names and a.value is not null",
                        Object[].class)
                .setParameter("ids", ids)
                .setParameter(
                        "names",
                        List.of(
                                ProfileAttributes.DISPLAY_NAME,
                                ProfileAttributes.EMAIL_VERIFIED_AT,
                                ProfileAttributes.STATUS))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.toMap(row -> (String) row[1], row -> (String) row[2], (first, second) -> first)));
    }

    private static Map<String, List<String>> ofUsers(EntityManager database, String select, List<String> ids) {
        Function<Object[], String> user = each -> (String) each[0];
        return database.createQuery(select + " where m.user.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(user, Collectors.mapping(each -> (String) each[1], Collectors.toList())));
    }
}
