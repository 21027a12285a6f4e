/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** The keys of one app. */
public final class ApiKeys {

    /** The list of them has no pages. */
    private static final int MAX_KEYS = 500;

    private static final Duration MAX_LIFETIME = Duration.ofDays(36_500);

    private final KeycloakSession session;
    private final App app;

    public ApiKeys(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Makes a key.
     *
     * @param expiry when it stops to hold, or null
     * @param createdBy the id of the admin who asks for it
     * @throws ApiException 400 for a permission that the app does not know or an expiry that is past, 409 when there
     *     are too many keys
     */
    public NewApiKey create(String name, Collection<String> permissions, @Nullable Instant expiry, String createdBy) {
        requireKnown(permissions);
        long now = Clock.millis();
        if (expiry != null && !isSoonAfter(expiry, Instant.ofEpochMilli(now))) {
            throw ApiException.invalid(
                    "expires_at", FieldFault.OUT_OF_RANGE, "must be in the future, and within 100 years");
        }
        requireRoom();
        RawKey raw = RawKey.random();
        ApiKeyEntity row = new ApiKeyEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = app.id();
        row.name = name;
        row.keyPrefix = raw.prefix();
        row.keyHash = raw.hash();
        row.createdBy = createdBy;
        row.createdAt = now;
        row.expiresAt = expiry == null ? null : expiry.toEpochMilli();
        row.permissions.addAll(permissions);
        database().persist(row);
        return new NewApiKey(row.toApiKey(), raw.value());
    }

    /** The app's keys, the newest first, expired ones too: who made a key wants to see it until it is revoked. */
    public List<ApiKey> list() {
        return database()
                .createQuery(
                        "select row from ApiKeyEntity row where row.realmId = :realm"
                                + " order by row.createdAt desc, row.id",
                        ApiKeyEntity.class)
                .setParameter("realm", app.id())
                .getResultStream()
                .map(ApiKeyEntity::toApiKey)
                .toList();
    }

    /** Takes the key away; it is refused from the moment that this commits. Returns whether there was such a key. */
    public boolean revoke(String id) {
        ApiKeyEntity row = database().find(ApiKeyEntity.class, id);
        if (row == null || !row.realmId.equals(app.id())) {
            return false;
        }
        database().remove(row);
        return true;
    }

    private static boolean isSoonAfter(Instant expiry, Instant now) {
        return expiry.isAfter(now) && expiry.isBefore(now.plus(MAX_LIFETIME));
    }

    private void requireRoom() {
        long count = database()
                .createQuery("select count(row) from ApiKeyEntity row where row.realmId = :realm", Long.class)
                .setParameter("realm", app.id())
                .getSingleResult();
        if (count >= MAX_KEYS) {
            throw ApiException.conflict("This app has " + MAX_KEYS + " API keys; revoke one first");
        }
    }

    private void requireKnown(Collection<String> permissions) {
        permissions.stream()
                .filter(permission -> !KeyPermissions.known(app.client(), permission))
                .findFirst()
                .ifPresent(unknown -> {
                    throw ApiException.invalid(
                            "permissions", FieldFault.UNKNOWN, "names a permission that is not known: " + unknown);
                });
    }

    private EntityManager database() {
        return OwnTables.entityManager(session);
    }
}
