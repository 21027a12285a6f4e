/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Work that belongs to a change and must see all of it. */
public final class BeforeCommit {

    private BeforeCommit() {}

    /**
     * Runs the task as the last act of the session's transaction, which fails if the task does; never before a
     * rollback.
     *
     * @throws IllegalStateException when the transaction is committed already
     */
    public static void run(KeycloakSession session, Runnable task) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                task.run();
            }

            @Override
            protected void rollbackImpl() {
                // What was to be done belongs to what is undone.
            }
        });
    }
}
