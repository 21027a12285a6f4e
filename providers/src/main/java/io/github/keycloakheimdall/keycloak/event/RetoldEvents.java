/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import java.util.HashMap;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Events that tell more of what an admin did than the one that Keycloak records of it. */
public final class RetoldEvents {

    private RetoldEvents() {}

    /**
     * Stores a second event beside one that is being recorded: of the same admin and resource, with what the note says.
     */
    public static void add(KeycloakSession session, AdminEvent recorded, EventNote note) {
        AdminEvent retold = new AdminEvent(recorded);
        retold.setId(KeycloakModelUtils.generateId());
        retold.setRepresentation(null);
        retold.setDetails(new HashMap<>(note.details()));
        session.getProvider(EventStoreProvider.class).onEvent(retold, false);
    }
}
