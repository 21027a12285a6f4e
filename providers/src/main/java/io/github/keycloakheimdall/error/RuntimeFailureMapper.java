/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/**
 * A failure that nothing more special answers, for the whole server. It takes the widest type because a failed commit
 * comes as a plain {@link RuntimeException}; what is not the API's, and neither a form's, a database's nor a
 * federation's, gets Keycloak's own answer, as without it.
 */
@Provider
public final class RuntimeFailureMapper implements ExceptionMapper<RuntimeException> {

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(RuntimeException failure) {
        return BrokenForm.answer(session, failure)
                .or(() -> StoreAnswer.to(failure, session))
                .orElseGet(() -> DatabaseFailure.answer(session, failure));
    }
}
