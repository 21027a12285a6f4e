/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored event of a user, or of an admin.
 *
 * @param time milliseconds since the epoch
 * @param type the event's type, or the type of the admin's resource
 * @param operation what the admin did; null for a user's event
 * @param userId who did it, or null
 */
public record LoggedEvent(
        String id,
        String realmId,
        long time,
        String type,
        @Nullable String operation,
        String userId,
        @Nullable String sessionId,
        String ip,
        @Nullable String error,
        @Nullable String resourcePath,
        Map<String, String> details) {

    /** The name that its note gives it, or null. */
    public @Nullable String action() {
        return details.get(EventNote.ACTION);
    }

    /** Whether it is an admin's event. */
    public boolean byAdmin() {
        return operation != null;
    }
}
