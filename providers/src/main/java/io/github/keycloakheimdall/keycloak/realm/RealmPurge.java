/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * Takes a realm away piece by piece. Keycloak does it in one transaction, which a great many users make too long. As
 * Keycloak does, it deletes what the database has of users, and nobody of a directory.
 */
public final class RealmPurge {

    /** For what is left without the users: clients, roles, groups, and rows that one statement deletes. */
    private static final int TIMEOUT_SECONDS =
            Math.toIntExact(Duration.ofHours(1).toSeconds());

    private RealmPurge() {}

    /**
     * Deletes so many users of the realm, at most; gives their ids. Nobody is told of each, as when a realm is deleted.
     */
    public static List<String> removeUsers(KeycloakSession session, RealmModel realm, int most) {
        UserProvider database = UserStoragePrivateUtil.userLocalStorage(session);
        List<String> ids = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("select user.id from UserEntity user where user.realmId = :realm", String.class)
                .setParameter("realm", realm.getId())
                .setMaxResults(most)
                .getResultList();
        for (String id : ids) {
            UserModel user = database.getUserById(realm, id);
            if (user != null) {
                database.removeUser(realm, user);
            }
        }
        return ids;
    }

    /**
     * Deletes the realm itself with what is left in it, in a transaction of its own.
     *
     * @param first is done in that transaction before the realm is looked at
     */
    public static void removeRealm(KeycloakSessionFactory factory, String realmId, Consumer<KeycloakSession> first) {
        KeycloakModelUtils.runJobInTransactionWithTimeout(
                factory,
                own -> {
                    first.accept(own);
                    RealmModel realm = own.realms().getRealm(realmId);
                    if (realm != null) {
                        own.getContext().setRealm(realm);
                        removeEvents(own, realm);
                        new RealmManager(own).removeRealm(realm);
                    }
                },
                TIMEOUT_SECONDS);
    }

    /**
     * Keycloak leaves them behind, with names and addresses in them, and no expiration takes those of a realm that is
     * gone.
     */
    private static void removeEvents(KeycloakSession session, RealmModel realm) {
        EventStoreProvider events = session.getProvider(EventStoreProvider.class);
        if (events != null) {
            events.clear(realm);
            events.clearAdmin(realm);
        }
    }
}
