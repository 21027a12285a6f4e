/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.jpa.AdminEventEntity;
import org.keycloak.events.jpa.EventEntity;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Reads the stored events that a table does not name yet, the oldest first. */
public final class UnshippedEvents {

    private final EntityManager database;
    private final RealmModel realm;
    private final String unnamed;

    /** @param named the table's entity, with the event's id as its own */
    public UnshippedEvents(KeycloakSession session, RealmModel realm, Class<?> named) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
        this.unnamed = " and row.time >= :since and not exists (select named.id from " + named.getName()
                + " named where named.id = row.id) order by row.time, row.id";
    }

    /**
     * What users and admins did.
     *
     * @param types of what users did
     * @param since milliseconds
     */
    public List<LoggedEvent> oldest(Collection<String> types, long since, int most) {
        Stream<LoggedEvent> users = database.createQuery(
                        "select row from EventEntity row where row.realmId = :realm and row.type in :types" + unnamed,
                        EventEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("types", types)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultStream()
                .map(LoggedEvents::ofUser);
        Stream<LoggedEvent> admins = database.createQuery(
                        "select row from AdminEventEntity row where row.realmId = :realm and row.error is null"
                                + " and (row.detailsJson is null or row.detailsJson not like :none escape '!')"
                                + unnamed,
                        AdminEventEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("none", EventNote.stored(EventNote.TOLD_BY_ANOTHER))
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultStream()
                .map(LoggedEvents::ofAdmin);
        return Stream.concat(users, admins)
                .sorted(Comparator.comparingLong(LoggedEvent::time).thenComparing(LoggedEvent::id))
                .limit(most)
                .toList();
    }
}
