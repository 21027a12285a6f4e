/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.realm.ForgottenRealm;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.EventKind;
import io.github.keycloakheimdall.outbound.SigningSecret;
import io.github.keycloakheimdall.outbound.TargetUrl;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The one webhook that an app has, or has not. */
final class Webhooks {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager database;

    Webhooks(App app) {
        this.session = app.session();
        this.realm = app.realm();
        this.database = OwnTables.entityManager(session);
    }

    static Optional<WebhookEntity> find(KeycloakSession session, String realmId) {
        return OwnTables.entityManager(session)
                .createQuery("select row from WebhookEntity row where row.realmId = :realm", WebhookEntity.class)
                .setParameter("realm", realmId)
                .getResultStream()
                .findFirst();
    }

    Optional<WebhookEntity> find() {
        return find(session, realm.getId());
    }

    /** @throws ApiException 404 when there is none */
    WebhookEntity require() {
        return find().orElseThrow(ApiException::notFound);
    }

    /**
     * Makes it, or gives it this address, these events and a new secret; one that was disabled is told again.
     *
     * @throws ApiException 400 for events that there are not, and for where events may not go
     */
    WebhookEntity put(UpsertWebhookRequest request) {
        if (request.eventTypes().stream().anyMatch(name -> EventKind.find(name).isEmpty())) {
            throw ApiException.invalid("event_types", FieldFault.UNKNOWN, "must name events that there are");
        }
        new TargetUrl().require(request.url());
        Optional<WebhookEntity> before = hold();
        WebhookEntity row = before.orElseGet(this::blank);
        row.url = request.url();
        row.eventTypes = String.join(" ", new LinkedHashSet<>(request.eventTypes()));
        row.secret = SigningSecret.random().text();
        row.enable();
        row.updatedAt = Clock.millis();
        if (before.isEmpty()) {
            database.persist(row);
        }
        ForgottenRealm.afterCommit(session, realm);
        return row;
    }

    /** The secret of before signs nothing more. */
    WebhookEntity rotate() {
        WebhookEntity row = hold().orElseThrow(ApiException::notFound);
        row.secret = SigningSecret.random().text();
        row.updatedAt = Clock.millis();
        return row;
    }

    /** Takes it away, with all that waits for it; also where there is none. */
    void delete() {
        RealmLock.hold(session, realm);
        for (String table : new String[] {"DeliveryEntity", "AttemptEntity", "WebhookEntity"}) {
            database.createQuery("delete from " + table + " row where row.realmId = :realm")
                    .setParameter("realm", realm.getId())
                    .executeUpdate();
        }
        ForgottenRealm.afterCommit(session, realm);
    }

    /** Keeps others, and deliveries too, from writing the row until the transaction ends. */
    private Optional<WebhookEntity> hold() {
        RealmLock.hold(session, realm);
        Optional<WebhookEntity> row = find();
        row.ifPresent(found -> database.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return row;
    }

    private WebhookEntity blank() {
        WebhookEntity row = new WebhookEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = realm.getId();
        row.createdAt = Clock.millis();
        return row;
    }
}
