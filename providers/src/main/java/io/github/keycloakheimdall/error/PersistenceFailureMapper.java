/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/** A failure of the database that reaches us as Hibernate threw it. */
@Provider
public final class PersistenceFailureMapper implements ExceptionMapper<PersistenceException> {

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(PersistenceException failure) {
        return DatabaseFailure.answer(session, failure);
    }
}
