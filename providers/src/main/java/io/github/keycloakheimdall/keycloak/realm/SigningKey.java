/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The key that signs a realm's access tokens. Keycloak makes one when a realm without any signs its first, and until
 * then verifiers would find none.
 */
public final class SigningKey {

    private SigningKey() {}

    /** Whether the realm has one; the realm remembers that, since Keycloak makes its key providers anew to tell. */
    public static boolean exists(KeycloakSession session, RealmModel realm) {
        return RealmMemory.remember(realm, SigningKey.class, () -> session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.RS256)
                .anyMatch(key -> key.getStatus().isActive()));
    }

    /** Has Keycloak make one for the session's realm, if that has none. */
    public static void make(KeycloakSession session, RealmModel realm) {
        session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.RS256);
    }
}
