/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells the log when a realm gets another public address, by which its tokens end: each says the address of its time.
 */
final class MovedIssuer {

    private static final Logger LOG = Logger.getLogger(MovedIssuer.class);

    /** Keycloak's own attribute, which the console shows as "Frontend URL". */
    private static final String ADDRESS = "frontendUrl";

    private MovedIssuer() {}

    /** Compares what the session's transaction made of an app's realm with what was committed before. */
    static void tell(KeycloakSession session, RealmModel realm) {
        if (!AppModel.isApp(realm)) {
            return;
        }
        String before = OwnTransaction.call(
                session.getKeycloakSessionFactory(), own -> address(own.realms().getRealm(realm.getId())));
        String now = address(realm);
        if (!Objects.equals(before, now)) {
            LOG.warnf(
                    "Realm %s has another frontend URL, %s in place of %s, and its app's tokens another issuer: those"
                            + " of before are refused from now on, users sign in again, and verifiers have to expect"
                            + " the new issuer",
                    realm.getName(), now, before);
        }
    }

    /** As the log says it. */
    private static String address(@Nullable RealmModel realm) {
        String address = realm == null ? null : realm.getAttribute(ADDRESS);
        return address == null || address.isBlank() ? "the server's" : address.strip();
    }
}
