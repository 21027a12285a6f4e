/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Work that follows from a change and must see it committed. */
public final class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private AfterCommit() {}

    /** Runs the task once the session's transaction is committed, at once if it is already; never after a rollback. */
    public static void run(KeycloakSession session, Runnable task) {
        try {
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    task.run();
                }

                @Override
                protected void rollbackImpl() {
                    LOG.debug("The change was rolled back; nothing follows from it");
                }
            });
        } catch (IllegalStateException committedAlready) {
            // An import announces its realm a second time, after its commit.
            task.run();
        }
    }
}
