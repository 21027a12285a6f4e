/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works on what waits in realms, each realm in a few lanes of its own, so that a receiver who takes their time holds up
 * nobody else's. Realms take turns where threads are scarce. Bounded: of what waits only the realms are known here.
 * Thread safe.
 */
public final class RealmLanes {

    private static final Logger LOG = Logger.getLogger(RealmLanes.class);
    private static final int IDLE_SECONDS = 30;

    private final Executor threads;
    private final int most;
    private final int ofRealm;
    private final Job job;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, Integer> running = new HashMap<>();
    private int busy;

    /** Does the next thing of a realm. */
    @FunctionalInterface
    public interface Job {

        /**
         * Whether there was something to do, so that there may be more.
         *
         * @param taken to be run once it is known what is to be done, so that another lane may look for more meanwhile
         */
        boolean next(String realmId, Runnable taken);
    }

    /**
     * @param most lanes at once
     * @param ofRealm of these for one realm
     */
    RealmLanes(Executor threads, int most, int ofRealm, Job job) {
        this.threads = threads;
        this.most = most;
        this.ofRealm = ofRealm;
        this.job = job;
    }

    /** With threads of its own, of that name. */
    public static RealmLanes named(String name, int most, int ofRealm, Job job) {
        // One that just ended its work may not be back yet when its lane is given on.
        return new RealmLanes(
                new ThreadPoolExecutor(0, 2 * most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                }),
                most,
                ofRealm,
                job);
    }

    /** Has somebody look at what waits in the realm, at once or when a lane is free. */
    public synchronized void wake(String realmId) {
        waiting.add(realmId);
        startWaiting();
    }

    private void startWaiting() {
        for (String realmId : List.copyOf(waiting)) {
            if (busy < most && running.getOrDefault(realmId, 0) < ofRealm) {
                waiting.remove(realmId);
                running.merge(realmId, 1, Integer::sum);
                busy++;
                threads.execute(() -> work(realmId));
            }
        }
    }

    private void work(String realmId) {
        boolean more = false;
        try {
            more = job.next(realmId, () -> wake(realmId));
        } catch (RuntimeException e) {
            LOG.warnf(e, "What waits in realm %s could not be sent; it is tried again", realmId);
        } finally {
            ended(realmId, more);
        }
    }

    private synchronized void ended(String realmId, boolean more) {
        running.computeIfPresent(realmId, (key, count) -> count == 1 ? null : count - 1);
        busy--;
        if (more) {
            waiting.add(realmId);
        }
        startWaiting();
    }
}
