/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/** Turns a refusal into its body. Keycloak's own mapper would drop the message's fields. */
@Provider
public final class ApiExceptionMapper implements ExceptionMapper<ApiException> {

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(ApiException refusal) {
        return answer(session, refusal);
    }

    static Response answer(KeycloakSession session, ApiException refusal) {
        session.getTransactionManager().setRollbackOnly();
        ErrorBody body = refusal.body();
        Response.ResponseBuilder response = Response.status(body.statusCode())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
        refusal.headers().forEach(response::header);
        return response.build();
    }
}
