/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.Clock;
import io.github.keycloakheimdall.keycloak.OwnTransaction;
import io.github.keycloakheimdall.outbound.Answer;
import io.github.keycloakheimdall.outbound.RealmLanes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;

/** Sends what waits in apps, on threads of its own. Every node does; the database gives each event to one of them. */
final class Deliverer {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);
    private static final int LANES = 128;
    private static final int LANES_OF_REALM = 4;
    private static final long PRUNE_AGAIN = Duration.ofHours(1).toMillis();

    private final KeycloakSessionFactory factory;
    private final RealmLanes lanes = RealmLanes.named("heimdall-webhook", LANES, LANES_OF_REALM, this::next);
    private final WaitingGauge gauge = new WaitingGauge();

    /** One look at a time; one that comes while another is under way is that one. */
    private final ExecutorService looks = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            work -> {
                Thread thread = new Thread(work, "heimdall-webhook-look");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    private volatile long pruneAt = Clock.millis() + PRUNE_AGAIN;

    Deliverer(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Has what waits in the realm sent. */
    void wake(String realmId) {
        lanes.wake(realmId);
    }

    /** Finds what waits anywhere, such as what a node that is gone left. Does not wait for it. */
    void lookAround() {
        looks.execute(() -> {
            try {
                OwnTransaction.call(factory, Claims::realms).forEach(this::wake);
                gauge.refresh(factory);
                if (Clock.millis() > pruneAt) {
                    pruneAt = Clock.millis() + PRUNE_AGAIN;
                    OwnTransaction.run(factory, AttemptLog::prune);
                }
            } catch (RuntimeException e) {
                LOG.warn("What waits for webhooks could not be looked for; it is tried again", e);
            }
        });
    }

    private boolean next(String realmId, Runnable taken) {
        Optional<Claims.Claim> claim = OwnTransaction.call(factory, own -> Claims.next(own, realmId));
        if (claim.isEmpty()) {
            return false;
        }
        if (claim.get().message() == null) {
            return true;
        }
        taken.run();
        Answer answer = claim.get().sender().send(claim.get().message());
        OwnTransaction.run(factory, own -> new Result(own, claim.get()).record(answer));
        return true;
    }
}
