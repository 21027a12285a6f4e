/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.Answer;
import io.github.keycloakheimdall.outbound.EventIds;
import io.github.keycloakheimdall.table.OwnTables;
import org.keycloak.models.KeycloakSession;

/** Notes what was sent. */
final class AttemptLog {

    private AttemptLog() {}

    /** Notes the attempt that the row counted last. */
    static void note(KeycloakSession session, DeliveryEntity event, String url, Answer answer) {
        AttemptEntity row = new AttemptEntity();
        row.id = EventIds.next("");
        row.realmId = event.realmId;
        row.eventId = event.id;
        row.eventType = event.eventType;
        row.attemptNumber = event.attempts;
        row.statusCode = answer.status();
        row.errorMessage = answer.accepted() ? null : answer.reason();
        row.latencyMs = answer.latencyMillis();
        row.responseBody = answer.excerpt();
        row.succeeded = answer.accepted();
        row.url = url;
        row.attemptedAt = Clock.millis();
        OwnTables.entityManager(session).persist(row);
    }
}
