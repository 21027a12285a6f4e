/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.ECDSASignatureSignerContext;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.representations.JsonWebToken;

/** A client secret that is a JWT, signed with ES256 by a key that is none of the realm's. */
public final class ClientAssertion {

    private static final int LIFETIME_SECONDS = 300;

    private ClientAssertion() {}

    /** One that holds for five minutes. */
    public static String signed(
            PrivateKey key, @Nullable String keyId, @Nullable String issuer, String subject, String audience) {
        KeyWrapper signing = new KeyWrapper();
        signing.setKid(keyId);
        signing.setAlgorithm(Algorithm.ES256);
        signing.setType(KeyType.EC);
        signing.setUse(KeyUse.SIG);
        signing.setPrivateKey(key);
        JsonWebToken claims = new JsonWebToken()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issuedNow()
                .exp((long) Clock.seconds() + LIFETIME_SECONDS);
        return new JWSBuilder().jsonContent(claims).sign(new ECDSASignatureSignerContext(signing));
    }
}
