/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.MultiSiteUtils;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.jpa.session.PersistentUserSessionEntity;

/**
 * A user's live sessions in short, those of browser logins included.
 *
 * @param lastUsedAt of the one used last, or null without any
 */
record SessionUse(long count, @Nullable Instant lastUsedAt) {

    static final SessionUse NONE = new SessionUse(0, null);

    private static final String REMEMBERED = "s.rememberMe = true and ";

    private static final String STORED = "select s.userId, count(s), max(s.lastSessionRefresh)"
            + " from PersistentUserSessionEntity s where s.realmId = :realm and s.offline = '0' and s.userId in :users"
            + " and ((" + REMEMBERED + "s.lastSessionRefresh >= :longUsed and s.createdOn >= :longMade)"
            + " or (s.lastSessionRefresh >= :used and s.createdOn >= :made)) group by s.userId";

    /** By user id; a user without sessions is left out. One query, unless the server keeps sessions in memory only. */
    static Map<String, SessionUse> of(KeycloakSession session, RealmModel realm, List<String> userIds) {
        return MultiSiteUtils.isPersistentSessionsEnabled()
                ? stored(session, realm, userIds)
                : inMemory(session, realm, userIds);
    }

    private static Map<String, SessionUse> stored(KeycloakSession session, RealmModel realm, List<String> userIds) {
        int now = Clock.seconds();
        Map<String, SessionUse> uses = new HashMap<>();
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        entities.createQuery(tellsRemembered(entities) ? STORED : STORED.replace(REMEMBERED, ""), Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("users", userIds)
                .setParameter("used", now - realm.getSsoSessionIdleTimeout())
                .setParameter("made", now - realm.getSsoSessionMaxLifespan())
                .setParameter("longUsed", now - Math.max(realm.getSsoSessionIdleTimeoutRememberMe(), 0))
                .setParameter("longMade", now - Math.max(realm.getSsoSessionMaxLifespanRememberMe(), 0))
                .getResultStream()
                .forEach(row -> uses.put(
                        (String) row[0],
                        new SessionUse((Long) row[1], Instant.ofEpochSecond(((Number) row[2]).longValue()))));
        return uses;
    }

    /** Keycloak 26.4 keeps it where no query sees it: there a session counts for as long as a remembered one would. */
    private static boolean tellsRemembered(EntityManager entities) {
        return entities.getMetamodel().entity(PersistentUserSessionEntity.class).getAttributes().stream()
                .anyMatch(attribute -> attribute.getName().equals("rememberMe"));
    }

    private static Map<String, SessionUse> inMemory(KeycloakSession session, RealmModel realm, List<String> userIds) {
        Map<String, SessionUse> uses = new HashMap<>();
        for (String id : userIds) {
            UserModel user = session.users().getUserById(realm, id);
            if (user == null) {
                continue;
            }
            IntSummaryStatistics used = session.sessions()
                    .getUserSessionsStream(realm, user)
                    .mapToInt(UserSessionModel::getLastSessionRefresh)
                    .summaryStatistics();
            if (used.getCount() > 0) {
                uses.put(id, new SessionUse(used.getCount(), Instant.ofEpochSecond(used.getMax())));
            }
        }
        return uses;
    }
}
