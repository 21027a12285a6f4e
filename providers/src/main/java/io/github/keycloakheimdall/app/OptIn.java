/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.RealmUsers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StoreSyncEvent;

/**
 * Keeps a realm closed to strangers that has users and lets nobody register when it becomes an app, or lets nobody
 * register any more, unless it says itself whether they may sign up. The client remembers it: who sends the whole
 * realm, as Terraform does, takes away each attribute that the file does not name.
 */
final class OptIn {

    private static final Logger LOG = Logger.getLogger(OptIn.class);

    /** On the client of an app that opted out, so that opting in again is seen for what it is. */
    private static final String OPTED_OUT = "heimdall.opted_out";

    /** On the client of an app that strangers may not sign up to as long as the realm does not say that they may. */
    private static final String CLOSED = "heimdall.closed";

    /** On the client of an app whose realm was seen to let strangers register. */
    private static final String REGISTRATION = "heimdall.registration_allowed";

    private OptIn() {}

    /** Whether strangers stay out while the realm says nothing of it. */
    static boolean isClosed(RealmModel realm) {
        ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
        return client != null && client.getAttribute(CLOSED) != null;
    }

    /** Whether what is remembered of the realm's own registration still holds. */
    static boolean follows(RealmModel realm, ClientModel client) {
        return realm.isRegistrationAllowed() == (client.getAttribute(REGISTRATION) != null);
    }

    /** Closes an app whose realm lets nobody register any more, and remembers whether it does. */
    static void follow(KeycloakSession session, RealmModel realm, ClientModel client) {
        if (follows(realm, client)) {
            return;
        }
        if (realm.isRegistrationAllowed()) {
            client.setAttribute(REGISTRATION, Boolean.TRUE.toString());
            return;
        }
        client.removeAttribute(REGISTRATION);
        if (isUnsaid(realm)) {
            close(session, realm, client);
        }
    }

    /**
     * Whether the realm is becoming an app: it never was one, or left. A client that somebody deleted says neither, so
     * that the app's row is asked: what admins decided since the app began must not be decided anew.
     */
    static boolean isDue(KeycloakSession session, RealmModel realm, ClientModel client) {
        return isSeeded(client) ? client.getAttribute(OPTED_OUT) != null : !OptInRecord.isIn(session, realm);
    }

    /** Whether the realm has the parts of an app, and no mark yet that it left. */
    static boolean isOptOut(ClientModel client) {
        return isSeeded(client) && client.getAttribute(OPTED_OUT) == null;
    }

    /** Remembers that the realm is no app for now. */
    static void optOut(ClientModel client) {
        client.setAttribute(OPTED_OUT, Boolean.TRUE.toString());
    }

    /** Decides whether strangers may sign up, when the realm becomes an app. */
    static void begin(KeycloakSession session, RealmModel realm, ClientModel client) {
        LOG.infof("Realm %s became a Heimdall app", realm.getName());
        if (isUnsaid(realm) && !realm.isRegistrationAllowed() && RealmUsers.exist(session, realm)) {
            close(session, realm, client);
        }
    }

    private static boolean isUnsaid(RealmModel realm) {
        String said = realm.getAttribute(Toggle.SIGNUP_ENABLED.attribute());
        return said == null || said.isBlank();
    }

    private static void close(KeycloakSession session, RealmModel realm, ClientModel client) {
        String signup = Toggle.SIGNUP_ENABLED.attribute();
        client.setAttribute(CLOSED, Boolean.TRUE.toString());
        realm.setAttribute(signup, Boolean.FALSE.toString());
        LOG.warnf(
                "Realm %s has users and lets nobody register, so strangers cannot sign up to its app; set %s=true to"
                        + " let them",
                realm.getName(), signup);
        // As after an edit by an admin, for whoever mirrors the realm's attributes.
        StoreSyncEvent.fire(session, realm, false);
    }

    /** Has the next start of the node see an app like any other; to be done when the parts are there. */
    static void end(ClientModel client) {
        client.removeAttribute(OPTED_OUT);
    }

    /** A client of that name that some other hand made is no app: its roles are not marked as permissions. */
    private static boolean isSeeded(@Nullable ClientModel client) {
        return client != null
                && client.getRolesStream().anyMatch(role -> role.getFirstAttribute(AppModel.KIND) != null);
    }
}
