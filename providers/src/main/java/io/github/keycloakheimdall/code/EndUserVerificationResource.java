/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * {@code /v1/apps/<id>/end-users/<id>/resend-verification} and the same below a contact: a fresh code, for an admin. It is
 * mailed as well where the app sends mail.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class EndUserVerificationResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final String userId;
    private final String contactId;

    /** @param contactId null for the primary email */
    public EndUserVerificationResource(
            KeycloakSession session, PlatformCaller caller, String userId, String contactId) {
        this.session = session;
        this.caller = caller;
        this.userId = userId;
        this.contactId = contactId;
    }

    @POST
    @RequireAdminRole(AdminRole.MANAGE_USERS)
    @APIResponseSchema(value = VerificationCode.class, responseCode = "201")
    public Response resend() {
        UserModel user = session.users().getUserById(caller.app().realm(), userId);
        if (user == null || user.getServiceAccountClientLink() != null) {
            throw ApiException.notFound();
        }
        Contacts contacts = new Contacts(session, caller.app());
        Optional<Contact> found = contactId == null ? contacts.primaryEmail(user) : contacts.find(user, contactId);
        Contact contact = found.orElseThrow(ApiException::notFound);
        if (contact.verified()) {
            throw ApiException.conflict("The contact is verified already");
        }
        IssuedCode issued = new VerificationCodes(session, caller.app()).resend(user, contact);
        new AdminEvents(session, caller.admin()).contact(OperationType.ACTION, userId, contact.id());
        return Response.status(Response.Status.CREATED)
                .entity(new VerificationCode(issued.code(), issued.expiresAt()))
                .build();
    }

    record VerificationCode(String code, Instant expiresAt) implements ApiResponse {}
}
