/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.OwnTransaction;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realm's attributes of the API that a write of the whole realm left out. Keycloak takes away each attribute that is not
 * named: whoever names none of the API's does not know it, and does not mean to end the app.
 */
final class ForgottenSettings {

    private static final Logger LOG = Logger.getLogger(ForgottenSettings.class);
    private static final String OURS = "heimdall.";

    private ForgottenSettings() {}

    /** Puts them back, if the realm was an app before the session's transaction and says nothing at all now. */
    static void restore(KeycloakSession session, RealmModel realm) {
        if (!ours(realm).isEmpty()) {
            return;
        }
        Map<String, String> before = committed(session, realm.getId());
        if (before.isEmpty()) {
            return;
        }
        before.forEach(realm::setAttribute);
        LOG.warnf(
                "Realm %s was saved without any attribute %s*, by someone who does not know that it is an app; they"
                        + " are back. Name them where the realm is written, or %s=false to end the app",
                realm.getName(), OURS, Toggle.ENABLED.attribute());
    }

    /** What holds for everyone else until this transaction commits, mostly from Keycloak's cache; nothing of what is no app. */
    private static Map<String, String> committed(KeycloakSession session, String realmId) {
        return OwnTransaction.call(session.getKeycloakSessionFactory(), own -> {
            RealmModel before = own.realms().getRealm(realmId);
            return before != null && AppModel.isApp(before) ? ours(before) : Map.of();
        });
    }

    private static Map<String, String> ours(RealmModel realm) {
        return realm.getAttributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(OURS) && attribute.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
