/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers by which a receiver knows whom a message is from: in the form of Standard Webhooks, and in the
 * contract's.
 */
final class Signature {

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /**
     * @param id the message's, the same each time that it is sent
     * @param seconds now, since the epoch
     */
    static Map<String, String> headers(SigningSecret secret, String id, long seconds, String body) {
        String standard = Base64.getEncoder().encodeToString(hmac(secret.key(), id + '.' + seconds + '.' + body));
        String ours = "t=" + seconds + ",v1="
                + HexFormat.of().formatHex(hmac(secret.text().getBytes(StandardCharsets.UTF_8), seconds + "." + body));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", "v1," + standard);
        headers.put("X-Auth-Signature", ours);
        headers.put("X-Heimdall-Signature", ours);
        return headers;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC can be made", e);
        }
    }
}
