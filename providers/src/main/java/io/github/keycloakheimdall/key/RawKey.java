/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret itself, {@code hdk_live_} and 256 random bits; known to nobody but the one it is shown to. Of so many
 * random bits a plain digest tells nothing, so it needs neither salt nor a slow hash, and can be looked up by.
 */
public final class RawKey {

    private static final String SCHEME = "hdk_live_";
    private static final Pattern SHAPE = Pattern.compile(SCHEME + "[A-Za-z0-9_-]{43}");
    private static final int RANDOM_BYTES = 32;
    private static final int PREFIX_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private RawKey(String value) {
        this.value = value;
    }

    static RawKey random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new RawKey(SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The key that a request came with, unless it has not the shape of one. */
    public static Optional<RawKey> parse(String value) {
        return SHAPE.matcher(value).matches() ? Optional.of(new RawKey(value)) : Optional.empty();
    }

    String value() {
        return value;
    }

    String prefix() {
        return value.substring(0, PREFIX_LENGTH);
    }

    /** SHA-256 in hex. */
    String hash() {
        return Digest.hex(value.getBytes(StandardCharsets.US_ASCII));
    }
}
