/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import java.util.stream.Stream;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Tells Keycloak's admin events what this API changed, as the console and its REST API would. */
public final class AdminEvents {

    /** What the events of an API key are about; Keycloak has no name for one. */
    private static final String API_KEY = "HEIMDALL_API_KEY";

    private static final String CONTACT = "HEIMDALL_CONTACT";
    private static final String INVITE = "HEIMDALL_INVITE";
    private static final String WEBHOOK = "HEIMDALL_WEBHOOK";
    private static final String AUDIT_SINK = "HEIMDALL_AUDIT_SINK";

    private final AdminTrail trail;

    /** @param admin in whose name it is recorded */
    public AdminEvents(KeycloakSession session, AdminAuth admin) {
        this.trail = new AdminTrail(session, admin);
    }

    /** About a part of the session's realm, under the path that Keycloak's admin REST API has for it. */
    public void record(OperationType operation, ResourceType resource, String... path) {
        record(EventNote.NONE, operation, resource, path);
    }

    /** The same with a note. */
    public void record(EventNote note, OperationType operation, ResourceType resource, String... path) {
        builder(note, operation, String.join("/", path)).resource(resource).success();
    }

    /**
     * About a client.
     *
     * @param path what follows {@code clients/}
     */
    public void client(EventNote note, OperationType operation, String... path) {
        builder(note, operation, "clients", path).resource(ResourceType.CLIENT).success();
    }

    /** About an API key. */
    public void apiKey(EventNote note, OperationType operation, String id) {
        builder(note, operation, "api-keys", id).resource(API_KEY).success();
    }

    /** About a user's contact. */
    public void contact(EventNote note, OperationType operation, String userId, String contactId) {
        builder(note, operation, "users", userId, "contacts", contactId)
                .resource(CONTACT)
                .success();
    }

    /** About an invite. */
    public void invite(EventNote note, OperationType operation, String id) {
        builder(note, operation, "invites", id).resource(INVITE).success();
    }

    /** About the webhook. */
    public void webhook(EventNote note, OperationType operation) {
        builder(note, operation, "webhook").resource(WEBHOOK).success();
    }

    /** About where the audit log is sent. */
    public void auditSink(EventNote note, OperationType operation) {
        builder(note, operation, "audit-sink").resource(AUDIT_SINK).success();
    }

    private AdminEventBuilder builder(EventNote note, OperationType operation, String first, String... rest) {
        String[] path = Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
        AdminEventBuilder event = trail.event(operation, path);
        note.details().forEach(event::detail);
        return event;
    }
}
