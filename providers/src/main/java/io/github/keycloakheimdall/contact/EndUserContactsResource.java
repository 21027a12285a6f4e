/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.user.Users;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** {@code /v1/apps/<id>/end-users/<id>/contacts}: a user's contacts, for admins. */
@Produces(MediaType.APPLICATION_JSON)
public final class EndUserContactsResource {

    private final KeycloakSession session;
    private final App app;
    private final String userId;

    public EndUserContactsResource(App app, String userId) {
        this.session = app.session();
        this.app = app;
        this.userId = userId;
    }

    @GET
    @Access(admin = AdminRole.VIEW_USERS, ofObjects = true)
    public ContactList list() {
        return new ContactList(new Contacts(app).of(users().requireSeen(userId)));
    }

    /** Adds an unverified contact. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    @APIResponseSchema(value = Contact.class, responseCode = "201")
    public Response add(AddContactRequest request) {
        AddContactRequest plain = request.requirePlain();
        Contact added = book().add(plain.contactType(), plain.value());
        record(EventNote.NONE, OperationType.CREATE, added.id());
        return Created.of(added);
    }

    @DELETE
    @Path("{contact_id}")
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("contact_id") String id) {
        book().delete(id);
        record(EventNote.NONE, OperationType.DELETE, id);
    }

    /** Makes a verified contact the primary one of its type. */
    @POST
    @Path("{contact_id}/promote")
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    @APIResponse(responseCode = "204", description = "Done")
    public void promote(@PathParam("contact_id") String id) {
        book().promote(id);
        record(EventNote.of("contact.promoted"), OperationType.ACTION, id);
    }

    private ToldContacts book() {
        UserModel user = users().requireActable(userId);
        return ToldContacts.ofOthers(app, user);
    }

    private void record(EventNote note, OperationType operation, String contactId) {
        new AdminEvents(session, Callers.of(session).recordedAs()).contact(note, operation, userId, contactId);
    }

    private Users users() {
        return new Users(app, Callers.of(session));
    }
}
