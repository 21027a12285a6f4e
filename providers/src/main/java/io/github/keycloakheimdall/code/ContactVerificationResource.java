/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.PlatformCaller;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/end-users/<id>/contacts/<id>/resend-verification}: a fresh code for one contact, for an admin. */
@Produces(MediaType.APPLICATION_JSON)
public final class ContactVerificationResource {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final String userId;
    private final String contactId;

    public ContactVerificationResource(
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
        return Response.status(Response.Status.CREATED)
                .entity(new RenewedVerification(session, caller, userId).ofContact(contactId))
                .build();
    }
}
