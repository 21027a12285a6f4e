/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.discovery;

import io.github.keycloakheimdall.http.ApiResponse;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The public half of every RS256 key of the realm that signs or may have signed a live token. */
record Jwks(List<Jwk> keys) implements ApiResponse {

    /**
     * A key, as RFC 7517 writes it.
     *
     * @param n modulus, base64url
     * @param e exponent, base64url
     */
    record Jwk(String kid, String kty, String alg, String use, String n, String e) {

        static Jwk of(KeyWrapper key) {
            RSAPublicKey rsa = (RSAPublicKey) key.getPublicKey();
            return new Jwk(
                    key.getKid(),
                    "RSA",
                    Algorithm.RS256,
                    "sig",
                    unsigned(rsa.getModulus()),
                    unsigned(rsa.getPublicExponent()));
        }

        private static String unsigned(BigInteger number) {
            byte[] signed = number.toByteArray();
            int skip = signed[0] == 0 ? 1 : 0;
            byte[] bytes = Arrays.copyOfRange(signed, skip, signed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    static Jwks of(KeycloakSession session, RealmModel realm) {
        return new Jwks(session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.RS256)
                .filter(key -> key.getPublicKey() instanceof RSAPublicKey)
                .map(Jwk::of)
                .toList());
    }
}
