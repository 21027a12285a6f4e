/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.util.Base64;
import org.keycloak.common.util.SecretGenerator;

/**
 * What messages to a receiver are signed with.
 *
 * @param text as its owner was shown it
 */
public record SigningSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int HINT = 4;

    /** A new one. */
    public static SigningSecret random() {
        return new SigningSecret(PREFIX
                + Base64.getEncoder()
                        .encodeToString(SecretGenerator.getInstance().randomBytes(BYTES)));
    }

    /** Its last characters, by which its owner knows it. */
    public String hint() {
        return text.substring(text.length() - HINT);
    }

    /** The bytes that it stands for. */
    byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return PREFIX + "..." + hint();
    }
}
