/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.AppLeft;
import io.github.keycloakheimdall.app.LeavingApps;
import io.github.keycloakheimdall.keycloak.realm.RealmPurge;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Deletes the apps that are to go, with one thread of each node: their users in batches, each a transaction of its own,
 * and then the realm. Apps take turns, so that a large one holds up no small one. What a node leaves undone any node
 * goes on with.
 */
public final class Removals {

    private static final Logger LOG = Logger.getLogger(Removals.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int BATCH = 100;
    private static final int BATCHES_A_TURN = 20;
    private static final int IDLE_SECONDS = 30;

    private final KeycloakSessionFactory factory;

    // One look that waits is enough: it sees all that was committed before it begins.
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Removals::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    private Removals(KeycloakSessionFactory factory) {
        this.factory = factory;
        thread.allowCoreThreadTimeOut(true);
    }

    /** Starts to look for apps that are to go; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        factory.register(new Removals(factory)::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof AppLeft) {
            look();
        } else if (event instanceof PostMigrationEvent) {
            OwnTransaction.run(factory, own -> own.getProvider(TimerProvider.class)
                    .schedule(this::look, AGAIN.toMillis(), "heimdall-removals"));
            look();
        }
    }

    private void look() {
        thread.execute(this::work);
    }

    private void work() {
        try {
            Optional<String> next = OwnTransaction.call(factory, LeavingApps::take);
            while (next.isPresent()) {
                turn(next.get());
                next = OwnTransaction.call(factory, LeavingApps::take);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Apps that are to be deleted could not be looked for; it is tried again in a minute", failure);
        }
    }

    /** One that fails keeps its lease, and so waits for a minute. */
    private void turn(String realmId) {
        try {
            for (int i = 0; i < BATCHES_A_TURN; i++) {
                if (!OwnTransaction.<Boolean>call(factory, own -> batch(own, realmId))) {
                    RealmPurge.removeRealm(factory, realmId, own -> LeavingApps.hold(own, realmId));
                    LOG.infof("The app of realm %s is deleted", realmId);
                    return;
                }
            }
            OwnTransaction.run(factory, own -> LeavingApps.release(own, realmId));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "The app of realm %s could not be deleted; it is tried again in a minute", realmId);
        }
    }

    /** Whether there was someone to delete. Whoever opened the realm meanwhile finds it closed again. */
    private static boolean batch(KeycloakSession own, String realmId) {
        RealmModel realm = own.realms().getRealm(realmId);
        if (realm == null) {
            return false;
        }
        own.getContext().setRealm(realm);
        LeavingApps.keep(own, realmId);
        Removal.close(realm);
        List<String> users = RealmPurge.removeUsers(own, realm, BATCH);
        if (!users.isEmpty()) {
            OwnTables.forget(own, realm, users);
        }
        return !users.isEmpty();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "heimdall-removals");
        thread.setDaemon(true);
        return thread;
    }
}
