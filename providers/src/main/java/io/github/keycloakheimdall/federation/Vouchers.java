/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Secrets that stand for something, once and for a minute; it is kept under their hashes, where every node finds it.
 */
final class Vouchers<T> {

    private static final int LIFESPAN_SECONDS = 60;
    private static final String EXPIRY = "expiry";

    private final KeycloakSession session;
    private final String purpose;
    private final Function<T, Map<String, String>> kept;
    private final Function<Map<String, String>, T> read;

    /** @param purpose tells them from those that stand for other things */
    Vouchers(
            KeycloakSession session,
            String purpose,
            Function<T, Map<String, String>> kept,
            Function<Map<String, String>, T> read) {
        this.session = session;
        this.purpose = purpose;
        this.kept = kept;
        this.read = read;
    }

    /**
     * @param secret what its holder brings
     * @param expiresAt when it stands for nothing any more
     */
    record Voucher(String secret, Instant expiresAt) {}

    /** A fresh one. */
    Voucher make(T meaning) {
        String secret = SecretToken.make();
        int expiry = Clock.seconds() + LIFESPAN_SECONDS;
        Map<String, String> notes = new HashMap<>(kept.apply(meaning));
        notes.put(EXPIRY, String.valueOf(expiry));
        session.singleUseObjects().put(key(secret), LIFESPAN_SECONDS, notes);
        return new Voucher(secret, Instant.ofEpochSecond(expiry));
    }

    /** What it stands for, if it still does; null stands for nothing. */
    Optional<T> find(@Nullable String secret) {
        return secret == null
                ? Optional.empty()
                : live(session.singleUseObjects().get(key(secret)));
    }

    /** Uses it up; empty when another request used it first. */
    Optional<T> take(@Nullable String secret) {
        return secret == null
                ? Optional.empty()
                : live(session.singleUseObjects().remove(key(secret)));
    }

    private Optional<T> live(@Nullable Map<String, String> notes) {
        return Optional.ofNullable(notes)
                .filter(found -> Clock.seconds() < Integer.parseInt(found.get(EXPIRY)))
                .map(read);
    }

    private String key(String secret) {
        return "heimdall.oauth-" + purpose + ':' + SecretToken.kept(purpose, secret);
    }
}
