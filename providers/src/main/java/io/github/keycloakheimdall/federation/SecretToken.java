/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.util.Base64;
import org.keycloak.common.util.SecretGenerator;

/** 256 random bits that only their holder has; what is kept here is their hash. */
final class SecretToken {

    private static final int BYTES = 32;

    private SecretToken() {}

    /** 43 characters that need no escape anywhere. */
    static String make() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SecretGenerator.getInstance().randomBytes(BYTES));
    }

    /** What is kept of it, told apart by what it is for. */
    static String kept(String purpose, String token) {
        return Digest.hex(purpose, token);
    }
}
