/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.idempotency;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Headers;
import io.github.keycloakheimdall.http.Json;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;

/**
 * Carries a request with an {@code Idempotency-Key} out once: within 24 hours the same key with the same body gets the
 * first answer again, also while the first is still under way, and with another body 409.
 */
public final class Idempotency {

    /** The header that routes take it by. */
    public static final String HEADER = "Idempotency-Key";

    /** In characters, which are visible ones of ASCII. */
    public static final int LONGEST_KEY = 255;

    private static final long TTL_MILLIS = Duration.ofHours(24).toMillis();

    private final KeycloakSession session;
    private final String realmId;
    private final @Nullable String sent;

    /** @param sent what the request has as {@link #HEADER}; null where it has none */
    public Idempotency(App app, @Nullable String sent) {
        this(app.session(), app.id(), sent);
    }

    /** @param realmId the realm in whose name it is remembered, for what is about no one app */
    public Idempotency(KeycloakSession session, String realmId, @Nullable String sent) {
        this.session = session;
        this.realmId = realmId;
        this.sent = sent;
    }

    /**
     * Does the work, or gives back what it gave before. Without the header the work is simply done.
     *
     * @param operation a name for the route, and the id of what it is called on, if any
     * @param caller the id of who calls; another's key is another key
     * @throws ApiException 400 for a malformed key, 409 {@code IDEMPOTENCY_KEY_REUSE} for one used with another body
     */
    public <T extends ApiResponse> T once(
            String operation, String caller, ApiRequest request, Class<T> type, Supplier<T> work) {
        String scope = String.join("\n", realmId, operation, caller);
        Optional<IdempotencyKey> key = key(scope);
        if (key.isEmpty()) {
            return work.get();
        }
        String bodyHash = IdempotencyKey.hash(bytes(request));
        forgetExpired();
        IdempotencyEntity before =
                database().find(IdempotencyEntity.class, key.get().id());
        if (before != null) {
            return replay(before, key.get(), bodyHash, type);
        }
        IdempotencyEntity claim = new IdempotencyEntity();
        claim.id = key.get().id();
        claim.realmId = realmId;
        claim.bodyHash = bodyHash;
        claim.createdAt = Clock.millis();
        database().persist(claim);
        try {
            Database.flush(session);
        } catch (ModelDuplicateException cameFirst) {
            return awaited(key.get(), bodyHash, type);
        }
        T answer = work.get();
        claim.answer = key.get().seal(bytes(answer));
        return answer;
    }

    /** The insert waited for the other request's commit, so its answer is there; this transaction is of no use now. */
    private <T extends ApiResponse> T awaited(IdempotencyKey key, String bodyHash, Class<T> type) {
        session.getTransactionManager().setRollbackOnly();
        return OwnTransaction.call(
                session,
                own -> replay(
                        OwnTables.entityManager(own).find(IdempotencyEntity.class, key.id()), key, bodyHash, type));
    }

    private static <T> T replay(IdempotencyEntity before, IdempotencyKey key, String bodyHash, Class<T> type) {
        if (!before.bodyHash.equals(bodyHash)) {
            throw ApiException.conflict("This Idempotency-Key was used with another body", "IDEMPOTENCY_KEY_REUSE");
        }
        try {
            return Json.SNAKE_CASE.readValue(key.open(before.answer), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header without a value comes as no parameter, which is not the same as none; of two, one would be left out. */
    private Optional<IdempotencyKey> key(String scope) {
        if (Headers.count(session, HEADER) > (sent == null ? 0 : 1)) {
            throw IdempotencyKey.malformed();
        }
        return IdempotencyKey.of(sent, scope);
    }

    private void forgetExpired() {
        database()
                .createQuery("delete from IdempotencyEntity row where row.realmId = :realm and row.createdAt < :then")
                .setParameter("realm", realmId)
                .setParameter("then", Clock.millis() - TTL_MILLIS)
                .executeUpdate();
    }

    private EntityManager database() {
        return OwnTables.entityManager(session);
    }

    private static byte[] bytes(Object body) {
        try {
            return Json.SNAKE_CASE.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
