/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The key of a developer account, as Apple's file {@code AuthKey_....p8} has it. Forms and shells change such a file on
 * its way: newlines become spaces or are written as a backslash and an n, and the lines around the Base64 get lost.
 */
public final class ApplePrivateKey {

    private static final Pattern AROUND = Pattern.compile("-----(BEGIN|END) PRIVATE KEY-----|\\\\[nr]|\\s|\"");

    private ApplePrivateKey() {}

    /**
     * The key in the text.
     *
     * @throws IllegalArgumentException that says what is wrong, and shows nothing of the text
     */
    public static PrivateKey parse(String pasted) {
        try {
            byte[] encoded = Base64.getDecoder().decode(AROUND.matcher(pasted).replaceAll(""));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof ECPrivateKey curved && isP256(curved.getParams())) {
                return key;
            }
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            // The cause may quote the key, which would end in the log.
            throw new IllegalArgumentException("The private key is not the content of Apple's .p8 file");
        }
        throw new IllegalArgumentException("The private key is not one of the curve P-256, as Apple's are");
    }

    private static boolean isP256(ECParameterSpec curve) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec p256 = parameters.getParameterSpec(ECParameterSpec.class);
        return curve.getOrder().equals(p256.getOrder()) && curve.getGenerator().equals(p256.getGenerator());
    }
}
