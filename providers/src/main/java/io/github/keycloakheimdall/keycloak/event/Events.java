/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Tells Keycloak's events what this API did, as Keycloak's own flows would. A success is recorded with the request's
 * transaction; an error is recorded at once, so that it outlives the refusal, and only so often for one address.
 */
public final class Events {

    private static final String AUTH_METHOD = "heimdall";

    private final KeycloakSession session;

    public Events(KeycloakSession session) {
        this.session = session;
    }

    /** A new event of the session's realm and client, not yet sent. */
    public EventBuilder of(EventType type) {
        return new RefusalRows(session)
                .client(session.getContext().getClient())
                .event(type)
                .detail(Details.AUTH_METHOD, AUTH_METHOD);
    }

    /** Whether it tells of what this API did, and not of one of Keycloak's own flows. */
    public static boolean isOurs(Event event) {
        return event.getDetails() != null
                && AUTH_METHOD.equals(event.getDetails().get(Details.AUTH_METHOD));
    }

    /** A new event about a user. */
    public EventBuilder of(EventType type, UserModel user) {
        return of(type).user(user);
    }

    /** A new event about a user's session. */
    public EventBuilder of(EventType type, UserSessionModel userSession) {
        return of(type, userSession.getUser()).session(userSession);
    }
}
