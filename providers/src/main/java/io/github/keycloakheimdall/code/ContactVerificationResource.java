/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /v1/apps/<id>/end-users/<id>/contacts/<id>/resend-verification}: a fresh code for one contact, for an admin.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class ContactVerificationResource {

    private final KeycloakSession session;
    private final App app;
    private final String userId;
    private final String contactId;

    public ContactVerificationResource(App app, String userId, String contactId) {
        this.session = app.session();
        this.app = app;
        this.userId = userId;
        this.contactId = contactId;
    }

    @POST
    @Access(admin = AdminRole.MANAGE_USERS, ofObjects = true)
    @APIResponseSchema(value = VerificationCode.class, responseCode = "201")
    public Response resend() {
        return Created.of(new RenewedVerification(app, Callers.of(session), userId).ofContact(contactId));
    }
}
