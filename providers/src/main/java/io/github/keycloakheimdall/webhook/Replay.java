/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.outbound.Answer;
import io.github.keycloakheimdall.outbound.Message;
import io.github.keycloakheimdall.outbound.Sender;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Sends dead letters once more, to where events go now, while the admin waits. No transaction is open meanwhile. */
final class Replay {

    private static final int AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KeycloakSession session;
    private final App app;

    Replay(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** @throws ApiException 404 when the app has no such dead letter */
    ReplayResult one(String id) {
        Letter letter = OwnTransaction.call(session, own -> new DeadLetters(own, app.id())
                .find(id)
                .map(row -> Letter.of(own, row))
                .orElseThrow(ApiException::notFound));
        return ReplayResult.of(send(letter));
    }

    /** Up to a hundred, the oldest first, for a minute, until one is not taken. */
    BulkReplayResult all() {
        List<Letter> letters = OwnTransaction.call(session, own -> new DeadLetters(own, app.id())
                .oldest(AT_ONCE).stream().map(row -> Letter.of(own, row)).toList());
        long end = System.nanoTime() + PATIENCE.toNanos();
        long replayed = 0;
        BulkReplayResult.StoppedOn stoppedOn = null;
        for (Letter letter : letters) {
            if (System.nanoTime() > end) {
                break;
            }
            ReplayResult result = ReplayResult.of(send(letter));
            if (result.error() != null) {
                stoppedOn = new BulkReplayResult.StoppedOn(
                        letter.id(), letter.id(), letter.eventType(), result.statusCode(), result.error());
                break;
            }
            replayed++;
        }
        long waiting = OwnTransaction.call(session, own -> new DeadLetters(own, app.id()).waiting());
        return new BulkReplayResult(replayed, stoppedOn == null ? waiting : waiting - 1, stoppedOn);
    }

    private Answer send(Letter letter) {
        Answer answer = new Sender(session).send(letter.message());
        OwnTransaction.run(
                session, own -> new DeadLetters(own, app.id()).find(letter.id()).ifPresent(row -> {
                    row.attempts++;
                    row.replayCount++;
                    row.lastStatusCode = answer.status();
                    row.lastError = answer.accepted() ? null : answer.reason();
                    if (answer.accepted()) {
                        row.replayedAt = Clock.millis();
                    }
                    AttemptLog.note(own, row, letter.message().url(), answer);
                }));
        return answer;
    }

    private record Letter(String id, String eventType, Message message) {

        static Letter of(KeycloakSession own, DeliveryEntity row) {
            return new Letter(
                    row.id,
                    row.eventType,
                    Webhooks.find(own, row.realmId).map(row::message).orElseThrow(ApiException::notFound));
        }
    }
}
