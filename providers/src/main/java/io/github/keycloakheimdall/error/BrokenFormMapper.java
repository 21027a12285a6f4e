/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import io.github.keycloakheimdall.keycloak.runtime.KeycloaksAnswer;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.keycloak.models.KeycloakSession;

/**
 * Refuses a form that ends too early, which the server tells of by an exception that {@link RuntimeFailureMapper} does
 * not get.
 */
@Provider
public final class BrokenFormMapper implements ExceptionMapper<IOException> {

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(IOException failure) {
        return BrokenForm.answer(session, failure).orElseGet(() -> KeycloaksAnswer.to(failure, session));
    }
}
