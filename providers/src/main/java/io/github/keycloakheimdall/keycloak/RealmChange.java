/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StoreSyncEvent;

/** Tells listeners that a realm's settings were changed, as saving them in the console does. */
public final class RealmChange {

    private RealmChange() {}

    /** Announces it within the session's transaction. */
    public static void announce(KeycloakSession session, RealmModel realm) {
        StoreSyncEvent.fire(session, realm, false);
    }

    /** Whether the event is about the realm's settings, not about one of its components, as far as Keycloak tells. */
    public static boolean isOfSettings(StoreSyncEvent event) {
        return !event.getRemoved() && !(Feature.COMPONENT_OF_CHANGE.isThere() && Component.isNamed(event));
    }

    @Needs(Feature.COMPONENT_OF_CHANGE)
    private static final class Component {

        static boolean isNamed(StoreSyncEvent event) {
            return event.getModel() != null;
        }
    }
}
