/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Has Keycloak keep the events that the activity log is read from, and delete those that are old. */
public final class EventRetention {

    private static final long SECONDS = Duration.ofDays(90).toSeconds();

    /** Keycloak keeps admin events for ever unless this attribute of the realm says how many seconds. */
    public static final String ADMIN_EVENTS = "adminEventsExpiration";

    private EventRetention() {}

    /** How many days the activity log goes back; null where nothing of it is ever deleted. */
    public static @Nullable Integer days(RealmModel realm) {
        return days(realm.getEventsExpiration(), realm.getAttribute(ADMIN_EVENTS));
    }

    /**
     * The same of what the realm has stored.
     *
     * @param events seconds, of which 0 or less is for ever
     * @param adminEvents the value of {@link #ADMIN_EVENTS}, or null
     */
    public static @Nullable Integer days(long events, String adminEvents) {
        return LongStream.of(events, seconds(adminEvents))
                .filter(seconds -> seconds > 0)
                .mapToObj(seconds -> (int) Math.min(Duration.ofSeconds(seconds).toDays(), Integer.MAX_VALUE))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Has all of it kept for so many days. */
    public static void keep(RealmModel realm, int days) {
        long seconds = Duration.ofDays(days).toSeconds();
        realm.setEventsExpiration(seconds);
        realm.setAttribute(ADMIN_EVENTS, seconds);
    }

    private static long seconds(@Nullable String attribute) {
        try {
            return attribute == null ? 0 : Long.parseLong(attribute);
        } catch (NumberFormatException typedByHand) {
            return 0;
        }
    }

    /**
     * Turns events on, for a realm that just became an app, and has those expire that nobody kept so far. Events that
     * the realm keeps for ever, or has of an earlier time, are its own to clear.
     */
    public static void open(KeycloakSession session, RealmModel realm) {
        EventStoreProvider store = session.getProvider(EventStoreProvider.class);
        if (!realm.isEventsEnabled() && realm.getEventsExpiration() <= 0 && !hasEvents(store, realm)) {
            realm.setEventsExpiration(SECONDS);
        }
        if (!realm.isAdminEventsEnabled()
                && realm.getAttribute(ADMIN_EVENTS) == null
                && !hasAdminEvents(store, realm)) {
            realm.setAttribute(ADMIN_EVENTS, SECONDS);
        }
        realm.setEventsEnabled(true);
        realm.setAdminEventsEnabled(true);
        if (realm.getEnabledEventTypesStream().findAny().isEmpty()) {
            realm.setEnabledEventTypes(types());
        }
    }

    private static boolean hasEvents(EventStoreProvider store, RealmModel realm) {
        return store.createQuery()
                .realm(realm.getId())
                .maxResults(1)
                .getResultStream()
                .findAny()
                .isPresent();
    }

    private static boolean hasAdminEvents(EventStoreProvider store, RealmModel realm) {
        return store.createAdminQuery()
                .realm(realm.getId())
                .maxResults(1)
                .getResultStream()
                .findAny()
                .isPresent();
    }

    /** Keycloak's default, and a refresh token that came twice. */
    private static Set<String> types() {
        Set<String> types = Arrays.stream(EventType.values())
                .filter(EventType::isSaveByDefault)
                .map(EventType::name)
                .collect(Collectors.toCollection(HashSet::new));
        types.add(EventType.REFRESH_TOKEN_ERROR.name());
        return types;
    }
}
