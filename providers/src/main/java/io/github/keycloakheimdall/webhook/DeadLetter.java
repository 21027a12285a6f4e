/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakheimdall.http.Cursor;
import io.github.keycloakheimdall.http.Json;
import io.github.keycloakheimdall.table.Times;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that was not taken and is not sent again by itself. */
record DeadLetter(
        String id,
        String appId,
        String eventId,
        String eventType,
        @Schema(type = SchemaType.OBJECT) JsonNode payload,
        int attempts,
        @Schema(nullable = true) @Nullable Integer lastStatusCode,
        @Schema(nullable = true) @Nullable String lastError,
        Instant failedAt,
        @Schema(nullable = true) @Nullable Instant replayedAt,
        int replayCount) {

    static DeadLetter of(DeliveryEntity row) {
        Long failedAt = row.failedAt;
        if (failedAt == null) {
            throw new IllegalStateException(row.id + " is still to be sent");
        }
        try {
            return new DeadLetter(
                    row.id,
                    row.realmId,
                    row.id,
                    row.eventType,
                    Json.SNAKE_CASE.readTree(row.payload),
                    row.attempts,
                    row.lastStatusCode,
                    row.lastError,
                    Instant.ofEpochMilli(failedAt),
                    Times.instant(row.replayedAt),
                    row.replayCount);
        } catch (JsonProcessingException notWhole) {
            throw new IllegalStateException("the payload of " + row.id + " is no JSON", notWhole);
        }
    }

    Cursor place() {
        return new Cursor(Long.toString(failedAt.toEpochMilli()), id);
    }
}
