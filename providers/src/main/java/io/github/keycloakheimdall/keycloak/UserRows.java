/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Reads the users of a realm from its database in the order of their names, which a unique key of Keycloak's has: a page
 * costs the same wherever it starts. What belongs to the users of a page is read in one query a kind. Service accounts
 * are no users here, nor are those that a federation keeps to itself.
 */
public final class UserRows {

    private final KeycloakSession session;
    private final EntityManager database;
    private final RealmModel realm;

    /** Of the session's realm. */
    public UserRows(KeycloakSession session) {
        this.session = session;
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = session.getContext().getRealm();
    }

    /** The user of that id. */
    public Optional<UserRow> find(String id) {
        return page(UserFilter.ofId(id), null, 1).stream().findFirst();
    }

    /**
     * The next users.
     *
     * @param after the username to start behind, or null
     */
    public List<UserRow> page(UserFilter filter, String after, int limit) {
        List<Object[]> users = select(
                "u.id, u.username, u.email, u.emailVerified, u.enabled, u.createdTimestamp",
                filter,
                after,
                limit,
                Object[].class);
        if (users.isEmpty()) {
            return List.of();
        }
        List<String> ids = users.stream().map(user -> (String) user[0]).toList();
        Map<String, Map<String, String>> attributes = attributes(ids);
        Map<String, List<String>> roles = ofUsers("select m.user.id, m.roleId from UserRoleMappingEntity m", "m", ids);
        Map<String, List<String>> groups =
                ofUsers("select m.user.id, m.groupId from UserGroupMembershipEntity m", "m", ids);
        Map<String, SessionUse> sessions = SessionUse.of(session, realm, ids);
        return users.stream()
                .map(user -> {
                    String id = (String) user[0];
                    Map<String, String> own = attributes.getOrDefault(id, Map.of());
                    SessionUse use = sessions.getOrDefault(id, SessionUse.NONE);
                    return new UserRow(
                            id,
                            (String) user[1],
                            (String) user[2],
                            (boolean) user[3],
                            own.get(ProfileAttributes.EMAIL_VERIFIED_AT),
                            own.get(ProfileAttributes.DISPLAY_NAME),
                            UserStatus.of((boolean) user[4], own.get(ProfileAttributes.STATUS)),
                            user[5] == null
                                    ? null
                                    : Instant.ofEpochMilli((Long) user[5]).truncatedTo(ChronoUnit.SECONDS),
                            roles.getOrDefault(id, List.of()),
                            groups.getOrDefault(id, List.of()),
                            use.count(),
                            use.lastUsedAt());
                })
                .toList();
    }

    /** Like {@link #page}, ids and usernames only. */
    public List<UserName> names(UserFilter filter, String after, int limit) {
        return select("u.id, u.username", filter, after, limit, Object[].class).stream()
                .map(user -> new UserName((String) user[0], (String) user[1]))
                .toList();
    }

    /** What names a user. */
    public record UserName(String id, String username) {}

    private <T> List<T> select(String what, UserFilter filter, String after, int limit, Class<T> type) {
        StringBuilder where =
                new StringBuilder("select ").append(what).append(" from UserEntity u where u.realmId = :realm");
        where.append(" and u.serviceAccountClientLink is null");
        if (filter.id() != null) {
            where.append(" and u.id = :id");
        }
        if (after != null) {
            where.append(" and u.username > :after");
        }
        if (filter.status() != null) {
            where.append(condition(filter.status()));
        }
        if (filter.search() != null) {
            where.append(" and (lower(u.username) like :search escape '\\' or lower(u.email) like :search escape '\\'")
                    .append(" or exists (select 1 from UserAttributeEntity a where a.user = u and a.name = '")
                    .append(ProfileAttributes.DISPLAY_NAME)
                    .append("' and lower(a.value) like :search escape '\\'))");
        }
        TypedQuery<T> query = database.createQuery(where + " order by u.username", type);
        query.setParameter("realm", realm.getId());
        if (filter.id() != null) {
            query.setParameter("id", filter.id());
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        if (filter.search() != null) {
            query.setParameter("search", filter.pattern());
        }
        return query.setMaxResults(limit).getResultList();
    }

    private static String condition(UserStatus status) {
        if (status == UserStatus.ACTIVE) {
            return " and u.enabled = true";
        }
        return " and u.enabled = false and " + (status == UserStatus.SUSPENDED ? "not " : "")
                + "exists (select 1 from UserAttributeEntity s where s.user = u and s.name = '"
                + ProfileAttributes.STATUS
                + "' and s.value = '" + UserStatus.DEACTIVATED.word() + "')";
    }

    private Map<String, Map<String, String>> attributes(List<String> ids) {
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

    private Map<String, List<String>> ofUsers(String select, String row, List<String> ids) {
        Function<Object[], String> user = each -> (String) each[0];
        return database.createQuery(select + " where " + row + ".user.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(user, Collectors.mapping(each -> (String) each[1], Collectors.toList())));
    }
}
