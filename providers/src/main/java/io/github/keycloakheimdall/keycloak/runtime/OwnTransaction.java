/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTask;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Work that is committed, or rolled back, apart from the request: what must outlive a refusal. */
public final class OwnTransaction {

    private OwnTransaction() {}

    /** Runs and commits the task; what it throws rolls it back and comes out unchanged. */
    public static void run(KeycloakSession request, KeycloakSessionTask task) {
        KeycloakModelUtils.runJobInTransaction(request.getKeycloakSessionFactory(), request.getContext(), task);
    }

    /** Runs and commits the task, and gives back what it found. */
    public static <T> T call(KeycloakSession request, KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                request.getKeycloakSessionFactory(), request.getContext(), task, "heimdall");
    }

    /** Runs and commits the task where there is no request, and gives back what it found. */
    public static <T> T call(KeycloakSessionFactory factory, KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, task);
    }

    /** Runs and commits the task where there is no request, or none any more. */
    public static void run(KeycloakSessionFactory factory, KeycloakSessionTask task) {
        KeycloakModelUtils.runJobInTransaction(factory, task);
    }

    /**
     * Commits before the task is over. What follows may take as long as it likes without holding a connection to the
     * database, and reads and writes nothing there.
     */
    public static void endEarly(KeycloakSession own) {
        own.getTransactionManager().commit();
    }
}
