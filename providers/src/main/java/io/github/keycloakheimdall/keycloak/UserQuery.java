/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The query for a page of a realm's users, by the key of their names. */
final class UserQuery {

    private static final String SEARCH =
            " and (lower(u.username) like :search escape '\\' or lower(u.email) like :search escape '\\'"
                    + " or exists (select 1 from UserAttributeEntity a where a.user = u and a.name = '"
                    + ProfileAttributes.DISPLAY_NAME
                    + "' and lower(a.value) like :search escape '\\'))";

    private final EntityManager database;
    private final String realmId;

    UserQuery(KeycloakSession session) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = session.getContext().getRealm().getId();
    }

    /**
     * The next users.
     *
     * @param columns of the user {@code u}, two at least
     * @param after the username to start behind, or null
     */
    List<Object[]> select(String columns, UserFilter filter, String after, int limit) {
        TypedQuery<Object[]> query = database.createQuery(
                "select " + columns + " from UserEntity u where " + conditions(filter, after) + " order by u.username",
                Object[].class);
        query.setParameter("realm", realmId);
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

    private static String conditions(UserFilter filter, String after) {
        return "u.realmId = :realm and u.serviceAccountClientLink is null"
                + (filter.id() == null ? "" : " and u.id = :id")
                + (after == null ? "" : " and u.username > :after")
                + (filter.status() == null ? "" : condition(filter.status()))
                + (filter.search() == null ? "" : SEARCH);
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
}
