/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.storage.StoreSyncEvent;

/** Seeds a realm as soon as it opts in, by import, in the console or over REST. */
public final class AppLifecycle {

    private static final Logger LOG = Logger.getLogger(AppLifecycle.class);

    private AppLifecycle() {}

    /** Starts to listen; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        factory.register(AppLifecycle::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmPostCreateEvent created) {
            afterCommit(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof StoreSyncEvent updated && !updated.getRemoved() && updated.getModel() == null) {
            afterCommit(updated.getSession(), updated.getRealm());
        }
    }

    private static void afterCommit(KeycloakSession session, RealmModel realm) {
        if (!AppModel.isApp(realm)) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        try {
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    seed(factory, realmId);
                }

                @Override
                protected void rollbackImpl() {
                    LOG.debugf("The change of realm %s was rolled back; nothing to seed", realmId);
                }
            });
        } catch (IllegalStateException committedAlready) {
            // An import announces the realm a second time, after its commit.
            seed(factory, realmId);
        }
    }

    /** The admin's own change is committed by now and must not fail for this; the first request seeds again. */
    private static void seed(KeycloakSessionFactory factory, String realmId) {
        try {
            AppSeeder.seed(factory, realmId);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Seeding realm %s failed; it is tried again at the app's first request", realmId);
        }
    }
}
