/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StoreSyncEvent;

/** Tells listeners that a realm's settings were changed, as saving them in the console does. */
public final class RealmChange {

    /** Of a session that made this realm. */
    private static final String CREATED = RealmChange.class.getName() + ".created:";

    private RealmChange() {}

    /** Announces it within the session's transaction. */
    public static void announce(KeycloakSession session, RealmModel realm) {
        StoreSyncEvent.fire(session, realm, false);
    }

    /** To be told when the session has made the realm. */
    public static void created(KeycloakSession session, RealmModel realm) {
        session.setAttribute(CREATED + realm.getId(), Boolean.TRUE);
    }

    /**
     * Whether the event is about the realm's settings, not about one of its components, as far as Keycloak tells. Nor
     * is it the second announcement of an import: that comes while the session commits or after, when nothing can be
     * added to it.
     */
    public static boolean isOfSettings(StoreSyncEvent event) {
        return !event.getRemoved()
                && event.getSession().getAttribute(CREATED + event.getRealm().getId()) == null
                && !(Feature.COMPONENT_OF_CHANGE.isThere() && Component.isNamed(event));
    }

    @Needs(Feature.COMPONENT_OF_CHANGE)
    private static final class Component {

        static boolean isNamed(StoreSyncEvent event) {
            return event.getModel() != null;
        }
    }
}
