/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.SigningSecret;
import io.github.keycloakheimdall.outbound.TargetUrl;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The one place that an app's audit log is sent to, or none. */
final class AuditSinks {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager database;

    AuditSinks(App app) {
        this.session = app.session();
        this.realm = app.realm();
        this.database = OwnTables.entityManager(session);
    }

    static Optional<AuditSinkEntity> find(KeycloakSession session, String realmId) {
        return OwnTables.entityManager(session)
                .createQuery("select row from AuditSinkEntity row where row.realmId = :realm", AuditSinkEntity.class)
                .setParameter("realm", realmId)
                .getResultStream()
                .findFirst();
    }

    Optional<AuditSinkEntity> find() {
        return find(session, realm.getId());
    }

    /** @throws ApiException 404 when there is none */
    AuditSinkEntity require() {
        return find().orElseThrow(ApiException::notFound);
    }

    /** Makes it, from now on, or gives it this address and a new secret, and goes on where it was. */
    AuditSinkEntity put(String url) {
        new TargetUrl().require(url);
        RealmLock.hold(session, realm);
        Optional<AuditSinkEntity> before = find();
        AuditSinkEntity row = before.orElseGet(this::blank);
        row.url = url;
        row.secret = SigningSecret.random().text();
        row.enable();
        row.updatedAt = Clock.millis();
        if (before.isEmpty()) {
            database.persist(row);
        }
        return row;
    }

    /** @throws ApiException 404 when there is none */
    void delete() {
        RealmLock.hold(session, realm);
        require();
        for (String table : new String[] {"ShippedEntryEntity", "AuditSinkEntity"}) {
            database.createQuery("delete from " + table + " row where row.realmId = :realm")
                    .setParameter("realm", realm.getId())
                    .executeUpdate();
        }
    }

    private AuditSinkEntity blank() {
        AuditSinkEntity row = new AuditSinkEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = realm.getId();
        row.createdAt = Clock.millis();
        row.shippedUntil = row.createdAt;
        return row;
    }
}
