/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.security.SecureRandom;
import java.util.Base64;

/** {@code inv_} and 192 random bits: nothing to guess, so a plain digest keeps it. */
final class InviteCode {

    private static final String SCHEME = "inv_";
    private static final int RANDOM_BYTES = 24;
    private static final int PREFIX_LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InviteCode() {}

    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String code) {
        return Digest.hex("invite", code);
    }

    static String prefix(String code) {
        return code.substring(0, PREFIX_LENGTH);
    }
}
