/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import io.github.keycloakheimdall.http.ApiPath;
import io.github.keycloakheimdall.keycloak.runtime.Collision;
import io.github.keycloakheimdall.keycloak.runtime.DatabaseOutage;
import io.github.keycloakheimdall.keycloak.runtime.KeycloaksAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/**
 * Answers for a database that failed: 503 while it is away, 409 for a change that another one was faster than, and
 * everywhere else what Keycloak would.
 */
final class DatabaseFailure {

    private static final Logger LOG = Logger.getLogger(DatabaseFailure.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private DatabaseFailure() {}

    static Response answer(KeycloakSession session, RuntimeException failure) {
        if (ApiPath.ofRequest(session).isEmpty()) {
            return KeycloaksAnswer.to(failure, session);
        }
        if (DatabaseOutage.isCauseOf(failure)) {
            return away(session, failure);
        }
        return Collision.isCauseOf(failure) ? tooLate(session, failure) : KeycloaksAnswer.to(failure, session);
    }

    private static Response tooLate(KeycloakSession session, RuntimeException failure) {
        LOG.infof("Changed at the same moment: %s", failure);
        LOG.debug("Changed at the same moment", failure);
        return ApiExceptionMapper.answer(
                session, ApiException.conflict("Changed at the same moment; try again", "CHANGED_MEANWHILE"));
    }

    private static Response away(KeycloakSession session, RuntimeException failure) {
        session.getTransactionManager().setRollbackOnly();
        // A line a request is enough: an outage would fill the log with one and the same stack trace.
        LOG.warnf("The database is away: %s", failure);
        LOG.debug("The database is away", failure);
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .entity(ErrorBody.ofStatus(Response.Status.SERVICE_UNAVAILABLE.getStatusCode()))
                .build();
    }
}
