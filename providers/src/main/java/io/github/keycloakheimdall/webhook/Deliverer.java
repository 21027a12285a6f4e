/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.Clock;
import io.github.keycloakheimdall.keycloak.OwnTransaction;
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

    private volatile long pruneAt = Clock.millis() + PRUNE_AGAIN;

    Deliverer(KeycloakSessionFactory factory) {
        this.factory = factory;
        WebhookMetrics.start();
    }

    /** Has what waits in the realm sent. */
    void wake(String realmId) {
        lanes.wake(realmId);
    }

    /** Finds what waits anywhere, such as what a node that is gone left. */
    void lookAround() {
        OwnTransaction.call(factory, Claims::realms).forEach(this::wake);
        gauge.refresh(factory);
        if (Clock.millis() > pruneAt) {
            pruneAt = Clock.millis() + PRUNE_AGAIN;
            OwnTransaction.run(factory, AttemptLog::prune);
        }
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
