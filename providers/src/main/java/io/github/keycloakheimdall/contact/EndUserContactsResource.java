/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
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
    private final PlatformCaller caller;
    private final String userId;

    public EndUserContactsResource(KeycloakSession session, PlatformCaller caller, String userId) {
        this.session = session;
        this.caller = caller;
        this.userId = userId;
    }

    @GET
    @RequireAdminRole(AdminRole.VIEW_USERS)
    public ContactList list() {
        return new ContactList(new Contacts(session, caller.app()).of(user()));
    }

    /** Adds an unverified contact. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponseSchema(value = Contact.class, responseCode = "201")
    public Response add(AddContactRequest request) {
        Contact added = book().add(request.contactType(), request.value());
        record(OperationType.CREATE, added.id());
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @DELETE
    @Path("{contact_id}")
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("contact_id") String id) {
        book().delete(id);
        record(OperationType.DELETE, id);
    }

    /** Makes a verified contact the primary one of its type. */
    @POST
    @Path("{contact_id}/promote")
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponse(responseCode = "204", description = "Done")
    public void promote(@PathParam("contact_id") String id) {
        book().promote(id);
        record(OperationType.ACTION, id);
    }

    private ContactBook book() {
        return new ContactBook(session, caller.app(), user());
    }

    private void record(OperationType operation, String contactId) {
        new AdminEvents(session, caller.admin()).contact(operation, userId, contactId);
    }

    private UserModel user() {
        UserModel user = session.users().getUserById(caller.app().realm(), userId);
        if (user == null || user.getServiceAccountClientLink() != null) {
            throw ApiException.notFound();
        }
        return user;
    }
}
