/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.jpa.AdminEventEntity;
import org.keycloak.events.jpa.EventEntity;
import org.keycloak.util.JsonSerialization;

/** Reads rows of Keycloak's stored events. */
final class LoggedEvents {

    private static final Logger LOG = Logger.getLogger(LoggedEvents.class);
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private LoggedEvents() {}

    static LoggedEvent ofUser(EventEntity row) {
        return new LoggedEvent(
                row.getId(),
                row.getRealmId(),
                row.getTime(),
                row.getType(),
                null,
                row.getUserId(),
                row.getSessionId(),
                row.getIpAddress(),
                row.getError(),
                null,
                details(row.getId(), row.getDetailsJson()));
    }

    static LoggedEvent ofAdmin(AdminEventEntity row) {
        return new LoggedEvent(
                row.getId(),
                row.getRealmId(),
                row.getTime(),
                row.getResourceType() == null ? "UNKNOWN" : row.getResourceType(),
                row.getOperationType(),
                row.getAuthUserId(),
                null,
                row.getAuthIpAddress(),
                null,
                row.getResourcePath(),
                details(row.getId(), row.getDetailsJson()));
    }

    private static Map<String, String> details(String id, @Nullable String json) {
        if (json == null) {
            return new HashMap<>();
        }
        try {
            return JsonSerialization.mapper.readValue(json, DETAILS);
        } catch (IOException cutOff) {
            LOG.debugf("The details of event %s are not whole", id);
            return new HashMap<>();
        }
    }
}
