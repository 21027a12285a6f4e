/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import io.github.keycloakheimdall.http.ApiPath;
import io.github.keycloakheimdall.keycloak.KeycloaksAnswer;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.keycloak.models.KeycloakSession;

/**
 * Refuses a form that does not decode. Keycloak's server reads forms also for routes that take no body, and tells of a
 * broken one by the same exception as of a mistake in the code, which stays a 500.
 */
@Provider
public final class MalformedFormMapper implements ExceptionMapper<IllegalArgumentException> {

    private static final String READER = "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler";

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(IllegalArgumentException failure) {
        if (ApiPath.of(session.getContext().getUri().getPath()).isEmpty() || !isOfForm(failure)) {
            return KeycloaksAnswer.to(failure, session);
        }
        return ApiExceptionMapper.answer(session, ApiException.badRequest("The body is not a valid form"));
    }

    private static boolean isOfForm(IllegalArgumentException failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(READER));
    }
}
