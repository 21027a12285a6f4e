/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import io.github.keycloakheimdall.keycloak.realm.RealmsWithAttribute;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The table of apps. A row is there from the moment at which the realm is seeded. */
public final class AppRows {

    static final String NO_METADATA = "{}";

    private AppRows() {}

    /** What the table says of the app, which has a row. */
    public static AppFacts read(KeycloakSession session, RealmModel realm) {
        AppEntity row = row(session, realm.getId());
        return new AppFacts(
                row.createdBy,
                Instant.ofEpochMilli(row.createdAt),
                Instant.ofEpochMilli(row.updatedAt),
                Environment.valueOf(row.environment),
                row.metadata,
                AttemptRetention.days(row.attemptDays));
    }

    /**
     * Says what the app, made in the same transaction, is for.
     *
     * @param metadata JSON, or null for none
     */
    public static void describe(
            KeycloakSession session, RealmModel realm, Environment environment, @Nullable String metadata) {
        AppEntity row = row(session, realm.getId());
        row.environment = environment.name();
        row.metadata = metadata == null ? NO_METADATA : metadata;
    }

    /**
     * Keeps that the app was changed now.
     *
     * @param metadata JSON, or null to leave them as they are
     */
    public static void update(KeycloakSession session, RealmModel realm, @Nullable String metadata) {
        AppEntity row = row(session, realm.getId());
        row.updatedAt = Clock.millis();
        if (metadata != null) {
            row.metadata = metadata;
        }
    }

    /** Whether the app is being deleted. Asks the database nothing when warm. */
    public static boolean isLeaving(KeycloakSession session, RealmModel realm) {
        return RealmMemory.remember(realm, AppRows.class, () -> {
            AppEntity row = row(session, realm.getId());
            return row != null && row.removedAt != null;
        });
    }

    /**
     * Keeps that the app is being deleted, in a transaction that holds the realm's lock and changes it.
     *
     * @return false if it is already
     */
    public static boolean leave(KeycloakSession session, RealmModel realm) {
        AppEntity row = row(session, realm.getId());
        OwnTables.entityManager(session).refresh(row);
        if (row.removedAt != null) {
            return false;
        }
        row.removedAt = Clock.millis();
        return true;
    }

    /** Gives the app a row, unless another transaction just did; under the lock of the realm. */
    static void follow(KeycloakSession session, RealmModel realm, @Nullable String creator) {
        AppEntity row = row(session, realm.getId());
        if (row == null) {
            add(session, realm.getId(), creator);
        }
    }

    static boolean has(KeycloakSession session, RealmModel realm) {
        return row(session, realm.getId()) != null;
    }

    /** @param createdBy null where nobody knows */
    static void add(KeycloakSession session, String realmId, @Nullable String createdBy) {
        AppEntity row = new AppEntity();
        row.realmId = realmId;
        row.createdBy = createdBy;
        row.createdAt = Clock.millis();
        row.updatedAt = row.createdAt;
        row.environment = Environment.PRODUCTION.name();
        row.metadata = NO_METADATA;
        row.optedIn = false;
        OwnTables.entityManager(session).persist(row);
    }

    /** Keeps that the realm was saved now, if it has a row. */
    static void touch(KeycloakSession session, RealmModel realm) {
        AppEntity row = row(session, realm.getId());
        if (row != null) {
            row.updatedAt = Clock.millis();
        }
    }

    /**
     * Gives a row to the apps from before there was the table. One node does it; no realm is loaded but the admins'
     * own.
     */
    static void addMissing(KeycloakSession session) {
        RealmLock.hold(session, AdminRealm.of(session));
        RealmsWithAttribute.on(session, Toggle.ENABLED.attribute()).stream()
                .filter(realmId -> row(session, realmId) == null)
                .forEach(realmId -> add(session, realmId, null));
    }

    static AppEntity row(KeycloakSession session, String realmId) {
        return OwnTables.entityManager(session).find(AppEntity.class, realmId);
    }
}
