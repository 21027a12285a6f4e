/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.jpa.AdminEventEntity;
import org.keycloak.events.jpa.EventEntity;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads the events that Keycloak stored, the newest first, from a place on; its own query knows page numbers only. */
public final class EventLog {

    private static final String OLDER =
            "row.time >= :since and (row.time < :time or row.time = :time and row.id < :id)";

    private final EntityManager database;
    private final RealmModel realm;
    private final long since;

    /** @param since milliseconds; what happened earlier is left out */
    public EventLog(KeycloakSession session, RealmModel realm, long since) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
        this.since = since;
    }

    /**
     * What users did.
     *
     * @param types the event types to look for
     * @param userId whose, or null for everyone's
     * @param time milliseconds; what happened later is left out, and what happened then unless its id is less
     */
    public List<LoggedEvent> ofUsers(
            Collection<String> types, @Nullable String userId, long time, String id, int most) {
        TypedQuery<EventEntity> query = database.createQuery(
                        "select row from EventEntity row where row.realmId = :realm and row.type in :types and " + OLDER
                                + (userId == null ? "" : " and row.userId = :user")
                                + " order by row.time desc, row.id desc",
                        EventEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("types", types)
                .setParameter("since", since)
                .setParameter("time", time)
                .setParameter("id", id)
                .setMaxResults(most);
        if (userId != null) {
            query.setParameter("user", userId);
        }
        return query.getResultStream().map(LoggedEvents::ofUser).toList();
    }

    /**
     * What admins did.
     *
     * @param adminId who, or null for everyone
     */
    public List<LoggedEvent> ofAdmins(@Nullable String adminId, long time, String id, int most) {
        return admins(
                        "(row.detailsJson is null or row.detailsJson not like :named escape '!') and ",
                        adminId,
                        time,
                        id,
                        most)
                .setParameter("named", EventNote.stored(EventNote.TOLD_BY_ANOTHER))
                .getResultStream()
                .map(LoggedEvents::ofAdmin)
                .toList();
    }

    /**
     * The same, of those alone whose note gives them that name, or that have no name and are of these types of resource
     * and operations.
     */
    public List<LoggedEvent> ofAdmins(
            String action,
            Collection<String> types,
            Collection<String> operations,
            @Nullable String adminId,
            long time,
            String id,
            int most) {
        String which = "(row.detailsJson like :named escape '!' or row.resourceType in :types"
                + " and row.operationType in :operations"
                + " and (row.detailsJson is null or row.detailsJson not like :anyName)) and ";
        return admins(which, adminId, time, id, most)
                .setParameter("named", EventNote.stored(action))
                .setParameter("anyName", EventNote.STORED_NAME)
                .setParameter("types", types)
                .setParameter("operations", operations)
                .getResultStream()
                .map(LoggedEvents::ofAdmin)
                .toList();
    }

    private TypedQuery<AdminEventEntity> admins(
            String which, @Nullable String adminId, long time, String id, int most) {
        TypedQuery<AdminEventEntity> query = database.createQuery(
                        "select row from AdminEventEntity row where row.realmId = :realm and row.error is null and "
                                + which + OLDER
                                + (adminId == null ? "" : " and row.authUserId = :admin")
                                + " order by row.time desc, row.id desc",
                        AdminEventEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("since", since)
                .setParameter("time", time)
                .setParameter("id", id)
                .setMaxResults(most);
        if (adminId != null) {
            query.setParameter("admin", adminId);
        }
        return query;
    }
}
