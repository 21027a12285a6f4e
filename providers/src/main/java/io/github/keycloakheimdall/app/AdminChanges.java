/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.event.GlobalListener;
import java.util.EnumSet;
import java.util.Set;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Looks after an app whenever an admin changed its client, roles, permissions, keys or user profile, be it in the
 * console or by a tool.
 */
public final class AdminChanges extends GlobalListener {

    /** A partial import says of all that it changes that it is the realm. */
    private static final Set<ResourceType> PARTS = EnumSet.of(
            ResourceType.CLIENT,
            ResourceType.CLIENT_ROLE,
            ResourceType.COMPONENT,
            ResourceType.REALM,
            ResourceType.REALM_ROLE,
            ResourceType.USER_PROFILE);

    public AdminChanges() {
        super("heimdall-changes");
    }

    @Override
    protected void heard(KeycloakSession session, AdminEvent event) {
        if (event.getOperationType() != OperationType.ACTION && PARTS.contains(event.getResourceType())) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            if (realm != null) {
                RenameRecord.add(session, realm, event);
                AppLifecycle.changed(session, realm);
            }
        }
    }
}
