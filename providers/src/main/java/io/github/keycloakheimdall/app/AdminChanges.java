/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.EnumSet;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Looks after an app whenever an admin changed its client, roles, permissions, keys or user profile, be it in the console or by a tool. */
public final class AdminChanges implements EventListenerProviderFactory {

    /** A partial import says of all that it changes that it is the realm. */
    private static final Set<ResourceType> PARTS = EnumSet.of(
            ResourceType.CLIENT,
            ResourceType.CLIENT_ROLE,
            ResourceType.COMPONENT,
            ResourceType.REALM,
            ResourceType.REALM_ROLE,
            ResourceType.USER_PROFILE);

    @Override
    public String getId() {
        return "heimdall-changes";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {
                // What a user does changes no part of an app.
            }

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                if (event.getOperationType() != OperationType.ACTION && PARTS.contains(event.getResourceType())) {
                    RealmModel realm = session.realms().getRealm(event.getRealmId());
                    if (realm != null) {
                        AppLifecycle.changed(session, realm);
                    }
                }
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // There is nothing to configure.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to do.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
