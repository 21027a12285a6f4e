/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.KeyWrapper;

/**
 * The keys that check a realm's signatures, and what the tokens say that they are known to have signed: for at most a
 * minute, because a keystore's file may be replaced without a change of the realm. Safe for use by many threads at
 * once.
 */
final class SignedTokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int KEYS = 100;
    private static final int TOKENS = 10_000;

    record KeyName(String kid, String algorithm) {}

    private record Signed(KeyName name, KeyWrapper key, Object content) {}

    private final Cache<KeyName, KeyWrapper> keys =
            Caffeine.newBuilder().maximumSize(KEYS).expireAfterWrite(REMEMBERED).build();

    // By their hashes, because a token lets its bearer in. One that was not signed is checked again each time: whoever
    // makes tokens up would fill the memory.
    private final Cache<ByteBuffer, Signed> tokens = Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .expireAfterWrite(REMEMBERED)
            .build();

    /**
     * The key of that name, looked for unless it is known; null if there is none.
     *
     * @param find gives null for a name that no key has, which is not remembered: whoever makes names up would fill the
     *     memory
     */
    @Nullable
    KeyWrapper key(KeyName name, Function<KeyName, @Nullable KeyWrapper> find) {
        return keys.get(name, find);
    }

    /** What the token says, if a key that is still known signed it. */
    <T> Optional<T> content(String token, Class<T> type) {
        Signed known = tokens.getIfPresent(hash(token));
        return known != null && keys.getIfPresent(known.name()) == known.key() && type.isInstance(known.content())
                ? Optional.of(type.cast(known.content()))
                : Optional.empty();
    }

    /**
     * Remembers a token whose signature is good.
     *
     * @param content what it says, which nobody can change
     */
    void add(String token, KeyName name, KeyWrapper key, Object content) {
        tokens.put(hash(token), new Signed(name, key, content));
    }

    private static ByteBuffer hash(String token) {
        return ByteBuffer.wrap(Digest.sha256(token.getBytes(StandardCharsets.UTF_8)));
    }
}
