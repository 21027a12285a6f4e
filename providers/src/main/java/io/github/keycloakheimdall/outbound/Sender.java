/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import io.github.keycloakheimdall.keycloak.runtime.OutboundClient;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Sends signed messages, and says what became of each. Holds no database connection meanwhile. Thread safe. */
public final class Sender {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heimdall-outbound-clock");
        thread.setDaemon(true);
        return thread;
    });

    private static volatile @Nullable OutboundClient client;

    private final OutboundClient http;

    public Sender(KeycloakSession session) {
        this.http = client(session);
    }

    private static OutboundClient client(KeycloakSession session) {
        OutboundClient known = client;
        if (known != null) {
            return known;
        }
        synchronized (Sender.class) {
            if (client == null) {
                client = new OutboundClient(
                        session, address -> PrivateTargets.allowed() || PublicAddress.is(address), CLOCK);
            }
            return client;
        }
    }

    /** Posts it now. */
    public Answer send(Message message) {
        long start = System.nanoTime();
        try {
            OutboundClient.Reply reply = http.post(message.url(), message.headers(), message.body());
            return new Answer(reply.status(), null, since(start), reply.excerpt(), seconds(reply.retryAfter()));
        } catch (IOException | RuntimeException failure) {
            return new Answer(null, reason(failure), since(start), null, OptionalLong.empty());
        }
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static OptionalLong seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("[0-9]{1,9}")
                ? OptionalLong.of(Long.parseLong(retryAfter))
                : OptionalLong.empty();
    }

    private static String reason(Exception failure) {
        if (failure instanceof UnknownHostException) {
            return "The receiver's name could not be resolved to a public address";
        }
        String kind = failure instanceof SSLException ? "No trusted connection: " : "No answer: ";
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return kind + message.substring(0, Math.min(message.length(), 200));
    }
}
