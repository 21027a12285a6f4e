/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Collision;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.runtime.Digest;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * The rows of HEIMDALL_VERIFIED_EMAIL: beside the user, who may be a directory's and not to be written. What was read
 * goes with the user in Keycloak's cache.
 */
final class VerifiedSince {

    private static final String REMEMBERED = "heimdall.verified-since.";

    private final KeycloakSession session;
    private final RealmModel realm;

    VerifiedSince(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * The time that is kept for the user's present email; now is kept if there is none, whatever becomes of the
     * request.
     */
    Instant of(UserModel user) {
        String key = key(user.getEmail());
        if (!(user instanceof CachedUserModel cached)) {
            return read(user.getId(), key);
        }
        // Not computed under the map's lock: it takes a connection, which others may hold who wait for the lock.
        Object known = beside(cached).get(REMEMBERED + key);
        if (known == null) {
            known = read(user.getId(), key);
            beside(cached).put(REMEMBERED + key, known);
        }
        return (Instant) known;
    }

    /** The times that are kept for these emails by the users' ids, asked for once; who has none is left out. */
    Map<String, Instant> kept(Map<String, String> emails) {
        if (emails.isEmpty()) {
            return Map.of();
        }
        return table(session)
                .createQuery("select v from VerifiedEmailEntity v where v.userId in :ids", VerifiedEmailEntity.class)
                .setParameter("ids", emails.keySet())
                .getResultStream()
                .filter(row -> row.emailKey.equals(key(emails.getOrDefault(row.userId, ""))))
                .collect(Collectors.toMap(row -> row.userId, VerifiedSince::time));
    }

    /** Keeps that time for the user's present email, within the request's transaction. */
    void keep(UserModel user, Instant at) {
        write(session, user.getId(), key(user.getEmail()), at);
        if (user instanceof CachedUserModel cached) {
            beside(cached).keySet().removeIf(name -> name.toString().startsWith(REMEMBERED));
        }
    }

    private Instant read(String userId, String key) {
        return stored(userId, key).orElseGet(() -> {
            Instant now = Instant.ofEpochSecond(Clock.seconds());
            note(userId, key, now);
            return stored(userId, key).orElse(now);
        });
    }

    private Optional<Instant> stored(String userId, String key) {
        return Optional.ofNullable(table(session).find(VerifiedEmailEntity.class, userId))
                .filter(row -> row.emailKey.equals(key))
                .map(VerifiedSince::time);
    }

    private static Instant time(VerifiedEmailEntity row) {
        return Instant.ofEpochSecond(row.verifiedAt);
    }

    private void note(String userId, String key, Instant at) {
        try {
            OwnTransaction.run(session, own -> {
                // One that this very request brings in is nobody yet, and will not be if it is refused.
                if (Database.knows(own, userId)) {
                    write(own, userId, key, at);
                }
            });
        } catch (RuntimeException failure) {
            if (!Collision.isCauseOf(failure)) {
                throw failure;
            }
        }
    }

    private void write(KeycloakSession there, String userId, String key, Instant at) {
        VerifiedEmailEntity row = new VerifiedEmailEntity();
        row.userId = userId;
        row.realmId = realm.getId();
        row.emailKey = key;
        row.verifiedAt = at.getEpochSecond();
        table(there).merge(row);
    }

    private static EntityManager table(KeycloakSession session) {
        return OwnTables.entityManager(session);
    }

    /** What Keycloak lets others keep beside a user in its cache, until the user changes. */
    @SuppressWarnings("unchecked")
    private static Map<Object, Object> beside(CachedUserModel user) {
        return user.getCachedWith();
    }

    private static String key(String email) {
        return Digest.hex("verified-since", email);
    }
}
