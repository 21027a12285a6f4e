/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import io.github.keycloakheimdall.keycloak.event.EventCounts;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;

/**
 * What happened in a realm in the last days, by day in UTC. Days that are over come from rows of ours, as far as a
 * {@link DayKeeper} kept them: counting a million events takes a database longer than an admin waits.
 */
final class DayCounts {

    /** Today is the last of them. */
    static final int DAYS = 30;

    /** A transaction that began before midnight may commit behind it. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(10);

    private final KeycloakSession session;
    private final EntityManager database;
    private final String realmId;
    private final LocalDate today = at(now());
    private final LocalDate first = today.minusDays(DAYS - 1L);

    DayCounts(KeycloakSession session, String realmId) {
        this.session = session;
        this.database = OwnTables.entityManager(session);
        this.realmId = realmId;
    }

    /** The first day of which not all may have been stored yet. */
    static LocalDate openFrom() {
        return at(now().minus(STRAGGLERS));
    }

    /** Each day's counts, the oldest first. */
    Map<LocalDate, Map<Counted, Long>> read() {
        Map<LocalDate, Map<Counted, Long>> kept = kept();
        Map<LocalDate, Map<Counted, Long>> counted = count(firstMissing(kept));
        counted.putAll(kept);
        return counted;
    }

    /** Keeps what the days that are over had, as far as it is not kept yet. */
    void keep() {
        LocalDate open = openFrom();
        Map<LocalDate, Map<Counted, Long>> kept = kept();
        count(firstMissing(kept)).forEach((day, counts) -> {
            if (day.isBefore(open) && !kept.containsKey(day)) {
                database.persist(EventDayEntity.of(realmId, day, counts));
            }
        });
    }

    private Map<LocalDate, Map<Counted, Long>> kept() {
        Map<LocalDate, Map<Counted, Long>> days = new TreeMap<>();
        database.createQuery(
                        "select row from EventDayEntity row where row.realmId = :realm and row.epochDay >= :first",
                        EventDayEntity.class)
                .setParameter("realm", realmId)
                .setParameter("first", first.toEpochDay())
                .getResultStream()
                .forEach(row -> days.put(row.day(), row.counts()));
        return days;
    }

    private LocalDate firstMissing(Map<LocalDate, ?> kept) {
        return first.datesUntil(today)
                .filter(day -> !kept.containsKey(day))
                .findFirst()
                .orElse(today);
    }

    private Map<LocalDate, Map<Counted, Long>> count(LocalDate from) {
        Map<LocalDate, Map<Counted, Long>> days = new TreeMap<>();
        from.datesUntil(today.plusDays(1)).forEach(day -> days.put(day, new EnumMap<>(Counted.class)));
        for (EventCounts.Count count : new EventCounts(session, realmId).since(from, Counted.eventTypes())) {
            Map<Counted, Long> day = days.get(count.day());
            if (day != null) {
                day.put(Counted.ofEvent(count.type()), count.events());
            }
        }
        return days;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Clock.millis());
    }

    private static LocalDate at(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
