/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.HmacOTP;

/**
 * What a device makes its codes from.
 *
 * @param base32 the shared secret
 * @param policy the algorithm, digits and period of the codes
 */
public record TotpSecret(String base32, OTPPolicy policy) {

    /** RFC 4226 asks for 160 bits. */
    private static final int BYTES = 20;

    /** A new one. */
    public static TotpSecret random(OTPPolicy policy) {
        return new TotpSecret(Base32.encode(SecretGenerator.getInstance().randomBytes(BYTES)), policy);
    }

    /** The URI that authenticator apps read, by the Key URI Format. */
    public String uri(String issuer, String account) {
        String name = encode(issuer.replace(':', ' '));
        return "otpauth://totp/" + name + ':' + encode(account) + "?secret=" + base32 + "&issuer=" + name
                + "&algorithm=" + policy.getAlgorithmKey() + "&digits=" + policy.getDigits() + "&period="
                + policy.getPeriod();
    }

    /**
     * Whether these are codes of two windows in a row, the second of which is good at that time.
     *
     * @param now in seconds since the epoch
     */
    public boolean consecutive(String first, String second, int now) {
        int current = now / policy.getPeriod();
        boolean found = false;
        for (int step = current - policy.getLookAheadWindow(); step <= current + policy.getLookAheadWindow(); step++) {
            found |= isCode(first, step - 1) & isCode(second, step);
        }
        return found && !first.equals(second);
    }

    private boolean isCode(String code, int step) {
        String expected =
                new HmacOTP(policy.getDigits(), policy.getAlgorithm(), 0).generateHOTP(Base32.decode(base32), step);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
