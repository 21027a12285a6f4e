/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.outbound.Answer;
import io.github.keycloakheimdall.outbound.RealmLanes;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSessionFactory;

/** Sends what waits in apps, on threads of its own. Every node does; the database gives each event to one of them. */
final class Deliverer {

    private static final int LANES = 128;
    private static final int LANES_OF_REALM = 4;
    private static final long PRUNE_AGAIN = Duration.ofHours(1).toMillis();

    private final KeycloakSessionFactory factory;
    private final RealmLanes lanes = RealmLanes.named("heimdall-webhook", LANES, LANES_OF_REALM, this::next);
    private final WaitingGauge gauge = new WaitingGauge();

    /** At once after the start: a server that is started often would never come to it otherwise. */
    private volatile long pruneAt;

    Deliverer(KeycloakSessionFactory factory) {
        this.factory = factory;
        WebhookMetrics.start();
    }

    /** Has what waits in the realm sent. */
    void wake(String realmId) {
        lanes.wake(realmId);
    }

    /** Has what is old forgotten at the next look. */
    void prune() {
        pruneAt = 0;
    }

    /** Finds what waits anywhere, such as what a node that is gone left. */
    void lookAround() {
        OwnTransaction.call(factory, Claims::realms).forEach(this::wake);
        gauge.refresh(factory);
        if (Clock.millis() > pruneAt) {
            pruneAt = Clock.millis() + PRUNE_AGAIN;
            new Pruning(factory).run();
        }
    }

    private boolean next(String realmId, Runnable taken) {
        Optional<Claims.Look> look = OwnTransaction.call(factory, own -> Claims.next(own, realmId));
        if (look.isEmpty()) {
            return false;
        }
        Claims.Claim claim = look.get().claim();
        if (claim == null) {
            return true;
        }
        taken.run();
        Answer answer = claim.sender().send(claim.message());
        OwnTransaction.run(factory, own -> new Result(own, claim).record(answer));
        return true;
    }
}
