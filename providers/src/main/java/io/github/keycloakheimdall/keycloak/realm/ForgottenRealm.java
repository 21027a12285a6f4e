/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;

/** What lies beside a cached realm, and has to be worked out anew though the realm itself did not change. */
public final class ForgottenRealm {

    private ForgottenRealm() {}

    /** Has every node read the realm, and what is remembered beside it, again once the transaction is committed. */
    public static void afterCommit(KeycloakSession session, RealmModel realm) {
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (cache != null) {
            cache.registerRealmInvalidation(realm.getId(), realm.getName());
        }
    }
}
