/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.idempotency;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent as {@code Idempotency-Key}, bound to who sent it, where, and for which app. The key itself is kept
 * nowhere: its one digest finds the row, another encrypts the answer. So a copy of the table shows no secret to someone
 * who does not know the keys.
 */
final class IdempotencyKey {

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1," + Idempotency.LONGEST_KEY + '}');
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String bound;

    private IdempotencyKey(String bound) {
        this.bound = bound;
    }

    /**
     * The request's key, if it has one.
     *
     * @param sent null for none
     * @param scope whom, what and which app it is for
     * @throws ApiException 400 for one that is empty, too long or not plain ASCII
     */
    static Optional<IdempotencyKey> of(@Nullable String sent, String scope) {
        if (sent == null) {
            return Optional.empty();
        }
        if (!SHAPE.matcher(sent).matches()) {
            throw malformed();
        }
        return Optional.of(new IdempotencyKey(scope + '\n' + sent));
    }

    static ApiException malformed() {
        return ApiException.badRequest("The Idempotency-Key must have 1 to 255 visible ASCII characters, and be one");
    }

    String id() {
        return Digest.hex(("id\n" + bound).getBytes(StandardCharsets.UTF_8));
    }

    String seal(byte[] answer) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, answer, 0);
        byte[] stored = new byte[IV_BYTES + sealed.length];
        System.arraycopy(iv, 0, stored, 0, IV_BYTES);
        System.arraycopy(sealed, 0, stored, IV_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(stored);
    }

    byte[] open(String sealed) {
        byte[] stored = Base64.getDecoder().decode(sealed);
        byte[] iv = Arrays.copyOf(stored, IV_BYTES);
        return cipher(Cipher.DECRYPT_MODE, iv, stored, IV_BYTES);
    }

    static String hash(byte[] body) {
        return Digest.hex(body);
    }

    private byte[] cipher(int mode, byte[] iv, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            SecretKeySpec key = new SecretKeySpec(digest("seal\n" + bound), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored answer cannot be sealed or opened", e);
        }
    }

    private static byte[] digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
