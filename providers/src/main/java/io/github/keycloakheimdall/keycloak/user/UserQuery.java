/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.organization.HeldByOrganization;
import io.github.keycloakheimdall.keycloak.realm.ProfileAttributes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.authorization.fgap.evaluation.partial.PartialEvaluationStorageProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * The query for a page of a realm's users, by the key of their names. Where a Keycloak admin asks, it leaves out whom
 * Keycloak's fine-grained permissions leave out of its own lists.
 */
final class UserQuery {

    private static final String USERNAME = "username";
    private static final char ESCAPE = '\\';

    private final KeycloakSession session;
    private final EntityManager database;
    private final RealmModel realm;
    private final CriteriaBuilder build;

    UserQuery(KeycloakSession session) {
        this.session = session;
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = session.getContext().getRealm();
        this.build = database.getCriteriaBuilder();
    }

    /**
     * The next users.
     *
     * @param columns of the user, two at least
     * @param after the username to start behind, or null
     */
    List<Object[]> select(List<String> columns, UserFilter filter, @Nullable String after, int limit) {
        CriteriaQuery<Object[]> query = build.createQuery(Object[].class);
        Root<UserEntity> user = query.from(UserEntity.class);
        query.select(build.array(columns.stream().map(user::get).toArray(Selection<?>[]::new)));
        List<Predicate> conditions = conditions(query, user, filter, after);
        if (filter.id() == null) {
            conditions.addAll(visible(query, user));
        }
        query.where(conditions.toArray(Predicate[]::new)).orderBy(build.asc(user.get(USERNAME)));
        return database.createQuery(query).setMaxResults(limit).getResultList();
    }

    /** For lists alone: whether one user may be seen, Keycloak decides by the user, and not always alike. */
    private List<Predicate> visible(CriteriaQuery<?> query, Root<UserEntity> user) {
        return AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session, AdminPermissionsSchema.USERS, storage(), realm, build, query, user);
    }

    private @Nullable PartialEvaluationStorageProvider storage() {
        return UserStoragePrivateUtil.userLocalStorage(session) instanceof PartialEvaluationStorageProvider local
                ? local
                : null;
    }

    private List<Predicate> conditions(
            CriteriaQuery<?> query, Root<UserEntity> user, UserFilter filter, @Nullable String after) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(build.equal(user.get("realmId"), realm.getId()));
        conditions.add(build.isNull(user.get("serviceAccountClientLink")));
        if (filter.id() != null) {
            conditions.add(build.equal(user.get("id"), filter.id()));
        }
        if (after != null) {
            conditions.add(build.greaterThan(user.get(USERNAME), after));
        }
        if (filter.status() != null) {
            conditions.add(status(query, user, filter.status()));
        }
        if (filter.search() != null) {
            conditions.add(search(query, user, UserFilter.pattern(filter.search())));
        }
        return conditions;
    }

    private Predicate status(CriteriaQuery<?> query, Root<UserEntity> user, UserStatus status) {
        Predicate enabled = build.and(
                build.equal(user.get("enabled"), true),
                new HeldByOrganization(session).is(build, query, user).not());
        if (status == UserStatus.ACTIVE) {
            return enabled;
        }
        Subquery<Integer> deactivated = query.subquery(Integer.class);
        Root<UserAttributeEntity> mark = attribute(deactivated, user, ProfileAttributes.STATUS);
        deactivated.where(deactivated.getRestriction(), build.equal(mark.get("value"), UserStatus.DEACTIVATED.word()));
        Predicate marked = build.exists(deactivated);
        return build.and(enabled.not(), status == UserStatus.SUSPENDED ? marked.not() : marked);
    }

    private Predicate search(CriteriaQuery<?> query, Root<UserEntity> user, String pattern) {
        Subquery<Integer> named = query.subquery(Integer.class);
        Root<UserAttributeEntity> name = attribute(named, user, ProfileAttributes.DISPLAY_NAME);
        Subquery<Integer> nameless = query.subquery(Integer.class);
        attribute(nameless, user, ProfileAttributes.DISPLAY_NAME);
        named.where(named.getRestriction(), build.like(build.lower(name.get("value")), pattern, ESCAPE));
        return build.or(
                build.like(build.lower(user.get(USERNAME)), pattern, ESCAPE),
                build.like(build.lower(user.get("email")), pattern, ESCAPE),
                build.exists(named),
                build.and(
                        build.exists(nameless).not(),
                        build.like(build.lower(FullName.in(build, user)), pattern, ESCAPE)));
    }

    private Root<UserAttributeEntity> attribute(Subquery<Integer> subquery, Root<UserEntity> user, String name) {
        Root<UserAttributeEntity> attribute = subquery.from(UserAttributeEntity.class);
        subquery.select(build.literal(1))
                .where(build.equal(attribute.get("user"), user), build.equal(attribute.get("name"), name));
        return attribute;
    }
}
