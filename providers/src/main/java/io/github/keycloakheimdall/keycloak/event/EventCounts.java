/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Counts the events of users that Keycloak stored, by their day in UTC. */
public final class EventCounts {

    private static final long DAY_MILLIS = 86_400_000;

    private final EntityManager database;
    private final String realmId;

    public EventCounts(KeycloakSession session, String realmId) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /** How many events of a type there were in a day. */
    public record Count(LocalDate day, String type, long events) {}

    /** What was stored of these types since the day began; nothing is said of days without any. */
    public List<Count> since(LocalDate first, Collection<String> types) {
        return database.createQuery(
                        "select row.time - mod(row.time, 86400000), row.type, count(row.id) from EventEntity row"
                                + " where row.realmId = :realm and row.time >= :since and row.type in :types"
                                + " group by row.time - mod(row.time, 86400000), row.type",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter(
                        "since", first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .setParameter("types", types)
                .getResultStream()
                .map(EventCounts::count)
                .toList();
    }

    private static Count count(Object... columns) {
        long day = ((Number) columns[0]).longValue() / DAY_MILLIS;
        return new Count(LocalDate.ofEpochDay(day), (String) columns[1], ((Number) columns[2]).longValue());
    }
}
