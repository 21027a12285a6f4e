/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import io.github.keycloakheimdall.keycloak.event.EventCounts;
import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What happened in a realm, by day in UTC. A day that is over is counted once and remembered on this node, beside
 * Keycloak's copy of the realm: counting a million events takes a database longer than an admin waits.
 */
final class DayCounts {

    /** A transaction that began before midnight may commit behind it. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(10);

    private final KeycloakSession session;
    private final RealmModel realm;

    DayCounts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Each day's counts, for so many days with today for the last, the oldest first. */
    Map<LocalDate, Map<Counted, Long>> last(int days) {
        Instant now = Instant.ofEpochMilli(Clock.millis());
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate openFrom = now.minus(STRAGGLERS).atZone(ZoneOffset.UTC).toLocalDate();
        Map<LocalDate, Map<Counted, Long>> closed =
                RealmMemory.remember(realm, DayCounts.class, ConcurrentHashMap::new);
        closed.keySet().removeIf(day -> day.isBefore(today.minusDays(days)));
        LocalDate first = today.minusDays(days - 1L);
        LocalDate missing = first.datesUntil(openFrom)
                .filter(day -> !closed.containsKey(day))
                .findFirst()
                .orElse(openFrom);

        Map<LocalDate, Map<Counted, Long>> counted = new TreeMap<>();
        first.datesUntil(missing).forEach(day -> counted.put(day, closed.get(day)));
        missing.datesUntil(today.plusDays(1)).forEach(day -> counted.put(day, new EnumMap<>(Counted.class)));
        for (EventCounts.Count count : new EventCounts(session, realm).since(missing, Counted.eventTypes())) {
            Map<Counted, Long> day = counted.get(count.day());
            if (day != null) {
                day.put(Counted.ofEvent(count.type()), count.events());
            }
        }
        missing.datesUntil(openFrom).forEach(day -> closed.put(day, counted.get(day)));
        return counted;
    }
}
