/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.RealmPeople;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StoreSyncEvent;

/**
 * What happens once when a realm becomes an app: one that has users and lets nobody register stays closed to strangers,
 * unless it says itself whether they may sign up.
 */
final class OptIn {

    private static final Logger LOG = Logger.getLogger(OptIn.class);

    /** On the client of an app that opted out, so that opting in again is seen for what it is. */
    private static final String OPTED_OUT = "heimdall.opted_out";

    private OptIn() {}

    /** Whether the realm is becoming an app: it has none of an app's parts, or has them from an earlier time. */
    static boolean isDue(ClientModel client) {
        return !isSeeded(client) || client.getAttribute(OPTED_OUT) != null;
    }

    /** Whether the realm has the parts of an app, and no mark yet that it left. */
    static boolean isOptOut(ClientModel client) {
        return isSeeded(client) && client.getAttribute(OPTED_OUT) == null;
    }

    /** Remembers that the realm is no app for now. */
    static void optOut(ClientModel client) {
        client.setAttribute(OPTED_OUT, Boolean.TRUE.toString());
    }

    /** Decides whether strangers may sign up; to be done before the parts are there. */
    static void begin(KeycloakSession session, RealmModel realm) {
        LOG.infof("Realm %s became a Heimdall app", realm.getName());
        String signup = Toggle.SIGNUP_ENABLED.attribute();
        if (realm.getAttribute(signup) != null || realm.isRegistrationAllowed() || !RealmPeople.exist(session, realm)) {
            return;
        }
        realm.setAttribute(signup, Boolean.FALSE.toString());
        LOG.warnf(
                "Realm %s has users and lets nobody register, so its app starts with %s=false; set it to true to let"
                        + " strangers sign up",
                realm.getName(), signup);
        // As after an edit by an admin, for whoever mirrors the realm's attributes.
        StoreSyncEvent.fire(session, realm, false);
    }

    /** Has the next start of the node see an app like any other; to be done when the parts are there. */
    static void end(ClientModel client) {
        client.removeAttribute(OPTED_OUT);
    }

    /** A client of that name that some other hand made is no app: its roles are not marked as permissions. */
    private static boolean isSeeded(ClientModel client) {
        return client != null
                && client.getRolesStream().anyMatch(role -> role.getFirstAttribute(AppModel.KIND) != null);
    }
}
