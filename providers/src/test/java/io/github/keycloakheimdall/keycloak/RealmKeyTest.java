/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.AsymmetricSignatureSignerContext;
import org.keycloak.crypto.AsymmetricSignatureVerifierContext;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;

class RealmKeyTest {

    private final KeyWrapper pair = pair();
    private final RealmKey key = new RealmKey(pair);
    private final AtomicInteger checks = new AtomicInteger();
    private final SignatureProvider provider = counted();

    @Test
    void givenATokenThatItSigned_whenAskedAgain_thenItsSignatureIsCheckedOnce() throws Exception {
        String token = token("ada");

        assertThat(signed(token)).isTrue();
        assertThat(signed(token)).isTrue();
        assertThat(checks).hasValue(1);
    }

    @Test
    void givenATokenThatItSigned_whenAskedForAnotherPayloadOrSignature_thenItDidNotSignThat() throws Exception {
        String[] ada = token("ada").split("\\.");
        String[] eve = token("eve").split("\\.");
        assertThat(signed(String.join(".", ada))).isTrue();

        assertThat(signed(ada[0] + '.' + eve[1] + '.' + ada[2])).isFalse();
        assertThat(signed(ada[0] + '.' + ada[1] + '.' + eve[2])).isFalse();
    }

    @Test
    void givenATokenThatItDidNotSign_whenAskedAgain_thenItIsCheckedAgain() throws Exception {
        String[] ada = token("ada").split("\\.");
        String forged = ada[0] + '.' + token("eve").split("\\.")[1] + '.' + ada[2];

        assertThat(signed(forged)).isFalse();
        assertThat(signed(forged)).isFalse();
        assertThat(checks).hasValue(2);
    }

    private boolean signed(String token) throws VerificationException, JWSInputException {
        return key.signed(new JWSInput(token), provider);
    }

    private String token(String payload) {
        return new JWSBuilder()
                .content(payload.getBytes(StandardCharsets.UTF_8))
                .sign(new AsymmetricSignatureSignerContext(pair));
    }

    private SignatureProvider counted() {
        return (SignatureProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SignatureProvider.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("verifier");
                    checks.incrementAndGet();
                    return new AsymmetricSignatureVerifierContext((KeyWrapper) arguments[0]);
                });
    }

    private static KeyWrapper pair() {
        try {
            KeyPair made = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            KeyWrapper pair = new KeyWrapper();
            pair.setKid("a-key");
            pair.setUse(KeyUse.SIG);
            pair.setType(KeyType.RSA);
            pair.setAlgorithm(Algorithm.RS256);
            pair.setPrivateKey(made.getPrivate());
            pair.setPublicKey(made.getPublic());
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
