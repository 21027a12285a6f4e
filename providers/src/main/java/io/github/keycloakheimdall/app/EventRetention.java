/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;

/** Has Keycloak keep the events that the activity log is read from. */
final class EventRetention {

    private static final long SECONDS = Duration.ofDays(90).toSeconds();

    /** Keycloak keeps admin events for ever unless this attribute of the realm says how many seconds. */
    private static final String ADMIN_EVENTS = "adminEventsExpiration";

    private EventRetention() {}

    /** Turns events on, with an expiry unless one is set; for a realm that just became an app. */
    static void open(RealmModel realm) {
        realm.setEventsEnabled(true);
        realm.setAdminEventsEnabled(true);
        if (realm.getEventsExpiration() <= 0) {
            realm.setEventsExpiration(SECONDS);
        }
        if (realm.getAttribute(ADMIN_EVENTS) == null) {
            realm.setAttribute(ADMIN_EVENTS, SECONDS);
        }
        if (realm.getEnabledEventTypesStream().findAny().isEmpty()) {
            realm.setEnabledEventTypes(types());
        }
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
