/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Makes ID tokens as an identity provider does, and as one who would like to be one. */
public final class TokenMint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String keyId;
    private final KeyPair key;

    /** A new key under that id. */
    public TokenMint(String keyId) {
        this.keyId = keyId;
        try {
            key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document that the provider has at its JWKS URL. */
    public Map<String, Object> jwks() {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "kid",
                        keyId,
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "n",
                        BASE64.encodeToString(rsa.getModulus().toByteArray()),
                        "e",
                        BASE64.encodeToString(rsa.getPublicExponent().toByteArray()))));
    }

    /** A token with these claims. */
    public String signed(Map<String, ?> claims) {
        String input = part(Map.of("alg", "RS256", "kid", keyId)) + '.' + part(claims);
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key.getPrivate());
            signer.update(input.getBytes(UTF_8));
            return input + '.' + BASE64.encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token with these claims that names this algorithm, and has any bytes for a signature. */
    public String unsigned(String algorithm, Map<String, ?> claims) {
        return part(Map.of("alg", algorithm, "kid", keyId)) + '.' + part(claims) + ".AAAA";
    }

    /** The same with changes; null takes a claim away. */
    public static Map<String, Object> changed(Map<String, ?> claims, String name, Object value) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put(name, value);
        all.values().removeIf(each -> each == null);
        return all;
    }

    /** What an app has put into the token for its nonce. */
    public static String hash(String nonce) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> json) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
