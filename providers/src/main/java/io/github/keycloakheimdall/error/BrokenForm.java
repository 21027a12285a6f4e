/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import io.github.keycloakheimdall.http.ApiPath;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Refuses a form that cannot be read: that does not decode, has too many fields, or ends in the middle of a part.
 * Keycloak's server reads forms also for routes that take no body, and tells of a broken one by the same exceptions as
 * of a mistake in the code, which stays a 500.
 */
final class BrokenForm {

    private static final String READER = "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler";

    private BrokenForm() {}

    /** Nothing for a failure of another kind, and outside of the API. */
    static Optional<Response> answer(KeycloakSession session, Exception failure) {
        return isOfForm(failure) && ApiPath.ofRequest(session).isPresent()
                ? Optional.of(
                        ApiExceptionMapper.answer(session, ApiException.badRequest("The body is not a valid form")))
                : Optional.empty();
    }

    private static boolean isOfForm(Exception failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(READER));
    }
}
