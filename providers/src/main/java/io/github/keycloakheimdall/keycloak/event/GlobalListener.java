/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Hears Keycloak's events in every realm, whichever listeners it names, within the transaction of what happened. Has
 * nothing to configure and holds nothing, so it is safe for use by many threads at once.
 */
public abstract class GlobalListener implements EventListenerProviderFactory {

    private final String id;

    /** @param id by which Keycloak knows the listener */
    protected GlobalListener(String id) {
        this.id = id;
    }

    /** What users and clients do. */
    protected void heard(KeycloakSession session, Event event) {
        // Who listens to admins alone has nothing to do.
    }

    /** What admins do. */
    protected void heard(KeycloakSession session, AdminEvent event) {
        // Who listens to users alone has nothing to do.
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final boolean isGlobal() {
        return true;
    }

    @Override
    public final EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {
                heard(session, event);
            }

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                heard(session, event);
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    @Override
    public final void init(Config.Scope config) {
        // There is nothing to configure.
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // Nothing to do.
    }

    @Override
    public final void close() {
        // Holds nothing.
    }
}
