/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A signed token as a backend sees it, which has nothing but the JWKS to trust it by. */
public final class SignedJwt {

    private final String signed;
    private final byte[] signature;
    private final JsonPath header;
    private final JsonPath claims;

    private SignedJwt(String signed, byte[] signature, JsonPath header, JsonPath claims) {
        this.signed = signed;
        this.signature = signature;
        this.header = header;
        this.claims = claims;
    }

    /**
     * Reads a token without judging it.
     *
     * @throws IllegalArgumentException if it does not have three parts in base64url
     */
    public static SignedJwt parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a signed JWT: " + token);
        }
        return new SignedJwt(parts[0] + "." + parts[1], decode(parts[2]), json(parts[0]), json(parts[1]));
    }

    /** A member of the header, such as {@code kid}; null if there is none. */
    public <T> T header(String name) {
        return header.get("'" + name + "'");
    }

    /** A claim; null if there is none. */
    public <T> T claim(String name) {
        return claims.get("'" + name + "'");
    }

    /** All claims by name. */
    public Map<String, Object> claims() {
        return claims.getMap("$");
    }

    /**
     * Whether the RS256 signature is of a key in the JWKS, the one that {@code kid} names.
     *
     * @param jwks the document at {@code /.well-known/jwks.json}
     */
    public boolean isSignedBy(JsonPath jwks) {
        Optional<Map<String, String>> key = jwks.<Map<String, String>>getList("keys").stream()
                .filter(each -> each.get("kid").equals(header("kid")))
                .findFirst();
        if (key.isEmpty() || !"RS256".equals(header("alg"))) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(publicKey(key.get()));
            verifier.update(signed.getBytes(US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA key: " + key, e);
        }
    }

    private static PublicKey publicKey(Map<String, String> jwk) throws GeneralSecurityException {
        BigInteger modulus = new BigInteger(1, decode(jwk.get("n")));
        BigInteger exponent = new BigInteger(1, decode(jwk.get("e")));
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static JsonPath json(String part) {
        return new JsonPath(new String(decode(part), UTF_8));
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
