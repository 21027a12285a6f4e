/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether Keycloak keeps the events that the activity log and the audit log are read from. */
public final class EventCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return realm.isEventsEnabled() && realm.isAdminEventsEnabled()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "events_off",
                        "The realm does not save all events, so the activity log and the audit log have gaps.",
                        "Turn on 'Save events' for user events and admin events in the realm settings."));
    }
}
