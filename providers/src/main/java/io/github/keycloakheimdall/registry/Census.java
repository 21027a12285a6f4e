/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.keycloak.admin.SeenRealms;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/**
 * Counts what apps have, once a minute for those who see the same: to count a million users takes the database long
 * enough that nobody may ask it time and again.
 */
final class Census {

    private static final String USERS = "select count(user) from UserEntity user where"
            + " user.serviceAccountClientLink is null and user.realmId in (";
    private static final String KEYS = "select count(key) from ApiKeyEntity key where"
            + " (key.expiresAt is null or key.expiresAt > :now) and key.realmId in (";

    private static final Cache<SeenRealms, Stats> REMEMBERED = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final EntityManager database;

    Census(KeycloakSession session) {
        this.database = OwnTables.entityManager(session);
    }

    Stats of(SeenRealms seen) {
        return seen.isEmpty() ? new Stats(0, 0, 0) : REMEMBERED.get(seen, this::count);
    }

    private Stats count(SeenRealms seen) {
        String apps = Catalogue.APPS + seen.condition("realm");
        String ids = "select realm.id" + apps + ")";
        return new Stats(
                result(seen, query("select count(app)" + apps)),
                result(seen, query(USERS + ids)),
                result(seen, query(KEYS + ids).setParameter("now", Clock.millis())));
    }

    private TypedQuery<Long> query(String text) {
        return database.createQuery(text, Long.class).setParameter("enabled", Toggle.ENABLED.attribute());
    }

    private static long result(SeenRealms seen, TypedQuery<Long> query) {
        return seen.fill(query).getSingleResult();
    }
}
