/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSInput;

/** A key of a realm, with the tokens that it is known to have signed. Safe for use by many threads at once. */
final class RealmKey {

    private static final int REMEMBERED_TOKENS = 10_000;

    private final KeyWrapper key;

    // By their hashes, because a token lets its bearer in. One that was not signed is checked again each time: whoever
    // makes tokens up would fill the memory.
    private final Cache<ByteBuffer, Boolean> signed =
            Caffeine.newBuilder().maximumSize(REMEMBERED_TOKENS).build();

    RealmKey(KeyWrapper key) {
        this.key = key;
    }

    /** Whether this key signed the token. */
    boolean signed(JWSInput token, SignatureProvider provider) throws VerificationException {
        // An HMAC costs little more than the hash, and its tokens, those that refresh, come once.
        if (key.getPublicKey() == null) {
            return verifies(token, provider);
        }
        ByteBuffer hash = ByteBuffer.wrap(Digest.sha256(token.getWireString().getBytes(StandardCharsets.UTF_8)));
        if (signed.getIfPresent(hash) != null) {
            return true;
        }
        boolean good = verifies(token, provider);
        if (good) {
            signed.put(hash, true);
        }
        return good;
    }

    private boolean verifies(JWSInput token, SignatureProvider provider) throws VerificationException {
        byte[] input = token.getEncodedSignatureInput().getBytes(StandardCharsets.UTF_8);
        return provider.verifier(key).verify(input, token.getSignature());
    }
}
