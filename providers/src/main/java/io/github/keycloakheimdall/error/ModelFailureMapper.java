/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;

/** What Keycloak makes of most failures of the database. */
@Provider
public final class ModelFailureMapper implements ExceptionMapper<ModelException> {

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(ModelException failure) {
        return DatabaseFailure.answer(session, failure);
    }
}
