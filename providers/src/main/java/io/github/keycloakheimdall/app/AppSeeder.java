/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Gives a realm what an app needs, once for each start of this node and after each change of the realm. Safe to run at
 * any time and on several nodes at once: it adds what is missing and touches nothing that is there.
 */
final class AppSeeder {

    /** False of a realm that is not served. */
    private static final Cache<String, Boolean> SEEDED =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private AppSeeder() {}

    /** The app's client, after seeding the realm unless this node did so before; null where another's has its name. */
    static @Nullable ClientModel ensure(KeycloakSession session, RealmModel realm) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
        if (client != null && !AppClient.isOurs(client)) {
            if (!Boolean.FALSE.equals(SEEDED.asMap().put(realm.getId(), Boolean.FALSE))) {
                factory.publish(new AppSeen(realm.getId()));
            }
            return null;
        }
        boolean known = Boolean.TRUE.equals(SEEDED.getIfPresent(realm.getId()));
        if (client == null || !known || !SessionLifetime.fits(realm, AuthConfig.remembered(realm))) {
            seed(factory, realm.getId());
            factory.publish(new AppSeen(realm.getId()));
            client = realm.getClientByClientId(AppModel.CLIENT_ID);
        }
        return client;
    }

    /** Seeds the realm in a transaction of its own, if it is an app. */
    static void seed(KeycloakSessionFactory factory, String realmId) {
        seed(factory, realmId, null);
    }

    /** The same, by an admin of that id if it is not null. */
    static void seed(KeycloakSessionFactory factory, String realmId, @Nullable String creator) {
        boolean done = OwnTransaction.call(factory, own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            if (realm == null || !AppModel.isApp(realm)) {
                return true;
            }
            own.getContext().setRealm(realm);
            if (!AppRows.has(own, realm)) {
                RealmLock.hold(own, realm);
                AppRows.follow(own, realm, creator);
            }
            if (AppClient.isForeign(realm)) {
                return false;
            }
            if (!AppParts.complete(own, realm)) {
                AppParts.add(own, RealmLock.acquire(own, realm));
            }
            OptInRecord.enter(own, realm);
            return true;
        });
        if (done) {
            SEEDED.put(realmId, Boolean.TRUE);
        }
    }

    /** Remembers of a realm that was an app that it is none now, so that opting in again is not taken for a restart. */
    static void leave(KeycloakSessionFactory factory, String realmId) {
        OwnTransaction.run(factory, own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            if (realm == null || AppModel.isApp(realm)) {
                return;
            }
            own.getContext().setRealm(realm);
            ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
            OptInRecord.exit(own, realm);
            if (OptIn.isOptOut(client)) {
                OptIn.optOut(client);
            }
        });
    }
}
