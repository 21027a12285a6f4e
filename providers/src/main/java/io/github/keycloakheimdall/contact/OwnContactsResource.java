/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
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
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** {@code /me/contacts}: the signed-in user's contacts. */
@Produces(MediaType.APPLICATION_JSON)
public final class OwnContactsResource {

    private final KeycloakSession session;
    private final App app;

    public OwnContactsResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    @GET
    @Access(by = AppUser.class)
    public ContactList list() {
        return new ContactList(new Contacts(app).of(Callers.user(session).user()));
    }

    /** Adds an unverified contact. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited(Limit.CODES)
    @Access(by = AppUser.class)
    @APIResponseSchema(value = Contact.class, responseCode = "201")
    public Response add(AddContactRequest request) {
        AppUser caller = Freshness.requireAlone(app);
        Contact added = book(caller).add(request.contactType(), request.value());
        record(caller, "added", added.id());
        return Created.of(added);
    }

    @DELETE
    @Path("{id}")
    @Access(by = AppUser.class)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("id") String id) {
        AppUser caller = Freshness.requireAlone(app);
        book(caller).delete(id);
        record(caller, "deleted", id);
    }

    /** Makes a verified contact the primary one of its type. */
    @POST
    @Path("{id}/promote")
    @Access(by = AppUser.class)
    @APIResponse(responseCode = "204", description = "Done")
    public void promote(@PathParam("id") String id) {
        AppUser caller = Freshness.requireAlone(app);
        book(caller).promote(id);
        record(caller, "promoted", id);
    }

    private ToldContacts book(AppUser caller) {
        return ToldContacts.ofOwner(app, caller.user());
    }

    private void record(AppUser caller, String change, String contactId) {
        new Events(session)
                .of(EventType.UPDATE_PROFILE, caller.user())
                .session(caller.sessionId())
                .detail("contact", change)
                .detail("contact_id", contactId)
                .success();
    }
}
