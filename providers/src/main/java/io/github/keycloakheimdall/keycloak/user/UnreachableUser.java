/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.session.UserSessionPersisterProvider;
import org.keycloak.storage.DatastoreProvider;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.StoreManagers;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.storage.UserStorageUtil;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** What Keycloak keeps of users whose directory is away, by which they can be kept out until it is back. */
public final class UnreachableUser {

    private UnreachableUser() {}

    /**
     * Stands for someone whom a federation keeps to itself and does not give now: has an id and a name, and no roles.
     * Nobody when no session tells that there is such a user.
     */
    public static Optional<UserModel> named(KeycloakSession session, RealmModel realm, String id) {
        UserModel standIn = standIn(session, realm, id);
        return Stream.of(false, true).anyMatch(offline -> !stored(session, realm, standIn, offline)
                        .isEmpty())
                ? Optional.of(standIn)
                : Optional.empty();
    }

    /** Has the id and the name that is part of it, and needs not to be loaded. */
    public static UserModel standIn(KeycloakSession session, RealmModel realm, String id) {
        UserModel standIn = new InMemoryUserAdapter(session, realm, id);
        standIn.setUsername(new StorageId(id).getExternalId());
        return standIn;
    }

    /**
     * Where it is kept that someone is suspended: with the account, or in Keycloak's own row while the directory that
     * the account was imported from is away. Keycloak lets nobody in whose row is disabled, whatever the directory
     * says.
     *
     * @throws RuntimeException of the directory's, when it is away and Keycloak has no row
     */
    public static UserModel keptBy(KeycloakSession session, RealmModel realm, UserModel user) {
        if (UserStore.isKeycloaks(user) || !UserStore.isAway(now(session, realm, user))) {
            return user;
        }
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm, user);
        }
        return UserStoragePrivateUtil.userLocalStorage(session).getUserById(realm, user.getId());
    }

    /**
     * Whether the user's federation has no row of the user and does not answer, so that no session of theirs can be
     * loaded.
     */
    public static boolean isOutOfReach(KeycloakSession session, RealmModel realm, UserModel user) {
        if (StorageId.isLocalStorage(user.getId())) {
            return false;
        }
        try {
            now(session, realm, user);
            return false;
        } catch (RuntimeException thrown) {
            if (StoreFailure.isOutage(thrown)) {
                return true;
            }
            throw thrown;
        }
    }

    /** Ends all sessions of someone out of reach, and has the caches forget them; no other client is told. */
    public static void endSessions(KeycloakSession session, RealmModel realm, UserModel user) {
        stored(session, realm, user, false).forEach(stored -> session.sessions().removeUserSession(realm, stored));
        stored(session, realm, user, true)
                .forEach(stored -> session.sessions().removeOfflineUserSession(realm, stored));
    }

    private static List<UserSessionModel> stored(
            KeycloakSession session, RealmModel realm, UserModel user, boolean offline) {
        return session.getProvider(UserSessionPersisterProvider.class)
                .loadUserSessionsStream(realm, user, offline, 0, null)
                .toList();
    }

    /** By the store, around the cache. */
    private static UserModel now(KeycloakSession session, RealmModel realm, UserModel user) {
        return ((StoreManagers) session.getProvider(DatastoreProvider.class))
                .userStorageManager()
                .getUserById(realm, user.getId());
    }
}
