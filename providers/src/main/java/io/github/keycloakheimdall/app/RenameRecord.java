/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.event.RetoldEvents;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells the audit log of a realm that got another name. Keycloak's own event of a saved realm does not say what
 * changed.
 */
final class RenameRecord {

    private RenameRecord() {}

    /** To be called while the change is not committed: the table of names knows the one before until then. */
    static void add(KeycloakSession session, RealmModel realm, AdminEvent event) {
        if (event.getResourceType() != ResourceType.REALM
                || event.getOperationType() != OperationType.UPDATE
                || !realm.isAdminEventsEnabled()
                || !AppModel.isApp(realm)) {
            return;
        }
        String before = RealmNameRows.read(session, realm).current();
        if (before != null && !before.equals(realm.getName())) {
            RetoldEvents.add(session, event, EventNote.of("app.slug_changed").changed("slug", before, realm.getName()));
        }
    }
}
