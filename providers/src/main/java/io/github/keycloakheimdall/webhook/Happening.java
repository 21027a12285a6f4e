/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.keycloakheimdall.http.Json;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.EventIds;
import io.github.keycloakheimdall.outbound.EventKind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * Something that happened in an app.
 *
 * @param about whom or what it happened to: of two of one kind about one thing in a transaction the last counts
 * @param data what the payload says of it; what is null is not said
 */
record Happening(EventKind kind, String about, Map<String, @Nullable String> data) {

    /** Both as one, of which the later says more. */
    Happening followedBy(Happening later) {
        Map<String, String> all = new TreeMap<>(data);
        all.putAll(later.data());
        return new Happening(kind, about, all);
    }

    private record Payload(
            String id, String type, Instant createdAt, PayloadApp app, Map<String, @Nullable String> data) {}

    private record PayloadApp(String id, String slug) {}

    /** The row that is sent from; what it says is frozen by that. */
    DeliveryEntity row(RealmModel realm) {
        DeliveryEntity row = new DeliveryEntity();
        row.id = EventIds.next("evt_");
        row.realmId = realm.getId();
        row.eventType = kind.wireName();
        row.createdAt = Clock.millis();
        row.nextAttemptAt = row.createdAt;
        Map<String, String> said = new TreeMap<>(data);
        said.values().removeIf(value -> value == null);
        Payload payload = new Payload(
                row.id,
                row.eventType,
                Instant.ofEpochMilli(row.createdAt),
                new PayloadApp(realm.getId(), realm.getName()),
                said);
        try {
            row.payload = Json.SNAKE_CASE.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of an event", e);
        }
        return row;
    }
}
