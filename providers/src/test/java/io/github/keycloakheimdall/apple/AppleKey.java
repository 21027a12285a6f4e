/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A key as a developer account has it. */
public record AppleKey(KeyPair pair) {

    /** A new one of the curve that Apple's have. */
    public static AppleKey fresh() {
        return of("EC", "secp256r1");
    }

    static AppleKey of(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (curve != null) {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return new AppleKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the .p8 file holds. */
    public String file() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
