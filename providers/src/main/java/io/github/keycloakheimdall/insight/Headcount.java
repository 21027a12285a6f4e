/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.credential.EmailCredentials;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * How many there are now. A node counts once a minute: to count a million users takes the database long enough that
 * nobody may ask it time and again.
 *
 * @param users without service accounts, and without those whom a directory keeps to itself
 * @param withFactor those of them with a second factor: an authenticator app, an email or a security key
 * @param sessions of the API, also those that ran out a moment ago
 */
record Headcount(long users, long withFactor, long sessions) {

    private static final Set<String> FACTORS =
            Set.of(OTPCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_TWOFACTOR, EmailCredentials.TYPE);

    private static final String USERS = "select count(user) from UserEntity user where user.realmId = :realm"
            + " and user.serviceAccountClientLink is null";
    private static final String WITH_FACTOR = "select count(distinct held.user) from CredentialEntity held"
            + " where held.user.realmId = :realm and held.type in :factors";

    private static final Cache<String, Headcount> REMEMBERED = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    static Headcount of(App app) {
        return REMEMBERED.get(app.realm().getId(), realmId -> count(app, realmId));
    }

    private static Headcount count(App app, String realmId) {
        KeycloakSession session = app.session();
        EntityManager database = OwnTables.entityManager(session);
        return new Headcount(
                database.createQuery(USERS, Long.class)
                        .setParameter("realm", realmId)
                        .getSingleResult(),
                database.createQuery(WITH_FACTOR, Long.class)
                        .setParameter("realm", realmId)
                        .setParameter("factors", FACTORS)
                        .getSingleResult(),
                session.sessions().getActiveUserSessions(app.realm(), app.client()));
    }
}
