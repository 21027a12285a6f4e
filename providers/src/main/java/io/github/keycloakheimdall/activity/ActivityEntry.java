/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.http.Cursor;
import io.github.keycloakheimdall.keycloak.event.LoggedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened in an app. */
record ActivityEntry(
        String id,
        String appId,
        String action,
        @Schema(nullable = true) @Nullable String resourceType,
        @Schema(nullable = true) @Nullable String resourceId,
        @Schema(nullable = true) @Nullable String actorId,
        Map<String, String> details,
        Instant createdAt) {

    static ActivityEntry of(LoggedEvent event) {
        return event.byAdmin() ? ofAdmin(event) : ofUser(event);
    }

    Cursor place() {
        return new Cursor(Long.toString(createdAt.toEpochMilli()), id);
    }

    private static ActivityEntry ofUser(LoggedEvent event) {
        Action action = Action.ofEvent(event.type());
        boolean session = action.aboutSession() && event.sessionId() != null;
        Map<String, String> details = new TreeMap<>(event.details());
        details.remove("auth_method");
        details.values().removeIf(value -> value == null);
        if (event.ip() != null) {
            details.put("ip", event.ip());
        }
        if (event.error() != null) {
            details.put("error", event.error());
        }
        return new ActivityEntry(
                event.id(),
                event.realmId(),
                action.wireName(),
                session ? "session" : "end_user",
                session ? event.sessionId() : event.userId(),
                event.userId(),
                details,
                Instant.ofEpochMilli(event.time()));
    }

    private static ActivityEntry ofAdmin(LoggedEvent event) {
        String path = event.resourcePath() == null ? "" : event.resourcePath();
        return new ActivityEntry(
                event.id(),
                event.realmId(),
                AdminActions.name(event),
                AdminActions.resource(event.type()),
                path.isEmpty() ? event.realmId() : AdminActions.resourceId(path),
                event.userId(),
                AdminActions.details(event, path),
                Instant.ofEpochMilli(event.time()));
    }
}
