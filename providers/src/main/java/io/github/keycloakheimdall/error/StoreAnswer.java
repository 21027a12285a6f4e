/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import io.github.keycloakheimdall.http.ApiPath;
import io.github.keycloakheimdall.keycloak.user.StoreFailure;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** The API's answer to what a user federation threw; nothing of the request stays. */
final class StoreAnswer {

    private static final Logger LOG = Logger.getLogger(StoreAnswer.class);

    private StoreAnswer() {}

    /** Nothing for a failure of another kind, and outside of the API, where Keycloak answers. */
    static Optional<Response> to(RuntimeException failure, KeycloakSession session) {
        if (ApiPath.ofRequest(session).isEmpty()) {
            return Optional.empty();
        }
        return StoreFailure.answer(failure).map(refusal -> {
            LOG.infof("A user federation refused: %s", failure);
            LOG.debug("A user federation refused", failure);
            return ApiExceptionMapper.answer(session, refusal);
        });
    }
}
