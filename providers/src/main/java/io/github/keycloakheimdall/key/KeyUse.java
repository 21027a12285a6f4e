/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** A key that comes with a request: finds it, and notes that it was used. */
public final class KeyUse {

    private static final Logger LOG = Logger.getLogger(KeyUse.class);

    /** A use is noted no more often than this, in milliseconds. */
    private static final long INTERVAL = 60_000;

    private final KeycloakSession session;
    private final App app;

    public KeyUse(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** The key of this app with that secret, unless it expired. */
    public Optional<ApiKey> of(RawKey raw) {
        long now = Clock.millis();
        Optional<ApiKeyEntity> found = OwnTables.entityManager(session)
                .createQuery(
                        "select row from ApiKeyEntity row where row.realmId = :realm and row.keyHash = :hash",
                        ApiKeyEntity.class)
                .setParameter("realm", app.id())
                .setParameter("hash", raw.hash())
                .getResultStream()
                .filter(row -> row.expiresAt == null || row.expiresAt > now)
                .findFirst();
        found.ifPresent(row -> note(row, now));
        return found.map(ApiKeyEntity::toApiKey);
    }

    /** Apart from the request: a use counts whatever becomes of it, and a database that is busy must not fail it. */
    private void note(ApiKeyEntity row, long now) {
        if (row.lastUsedAt != null && row.lastUsedAt > now - INTERVAL) {
            return;
        }
        try {
            OwnTransaction.run(session, own -> OwnTables.entityManager(own)
                    .createQuery("update ApiKeyEntity row set row.lastUsedAt = :now where row.id = :id"
                            + " and (row.lastUsedAt is null or row.lastUsedAt <= :then)")
                    .setParameter("now", now)
                    .setParameter("id", row.id)
                    .setParameter("then", now - INTERVAL)
                    .executeUpdate());
        } catch (RuntimeException e) {
            LOG.warnf(e, "The use of API key %s of realm %s could not be noted", row.keyPrefix, app.slug());
        }
    }
}
