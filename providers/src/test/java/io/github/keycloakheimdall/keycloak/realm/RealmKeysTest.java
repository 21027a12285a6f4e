/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.keycloak.realm.SignedTokens.KeyName;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.AsymmetricSignatureSignerContext;
import org.keycloak.crypto.AsymmetricSignatureVerifierContext;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.jose.jws.JWSInput;

class RealmKeysTest {

    private static final KeyWrapper PAIR = pair();
    private final AtomicInteger checks = new AtomicInteger();
    private final SignatureProvider provider = counted();
    private final SignedTokens known = new SignedTokens();
    private final RealmKeys keys =
            new RealmKeys(known, name -> PAIR.getKid().equals(name.kid()) ? PAIR : null, algorithm -> provider);

    @Test
    void givenATokenThatItSigned_whenAskedAgain_thenItsSignatureIsCheckedOnce() {
        String token = token("ada");

        assertThat(signed(token)).isTrue();
        assertThat(signed(token)).isTrue();
        assertThat(checks).hasValue(1);
    }

    @Test
    void givenATokenOfAKeyThatIsKnownNoMore_whenAsked_thenItIsCheckedAgain() {
        String token = token("ada");
        KeyWrapper before = pair();
        known.add(token, new KeyName(before.getKid(), Algorithm.RS256), before, "eve");

        assertThat(content(token)).contains("ada");
        assertThat(checks).hasValue(1);
    }

    @Test
    void givenAKeyThatIsNotTheRealms_whenAsked_thenItsTokenSaysNothing() {
        KeyWrapper other = pair();
        other.setKid("another-key");

        assertThat(content(token("ada", other))).isEmpty();
    }

    @Test
    void givenATokenThatWasRead_whenReadAsAnotherKind_thenThatKindIsReadOfIt() {
        String token = token("5");
        assertThat(content(token)).contains("5");

        assertThat(keys.content(token, Algorithm.RS256, Integer.class, jws -> Optional.of(Integer.valueOf(text(jws)))))
                .contains(5);
    }

    @Test
    void givenATokenThatItSigned_whenAskedForAnotherPayloadOrSignature_thenItDidNotSignThat() {
        String[] ada = token("ada").split("\\.");
        String[] eve = token("eve").split("\\.");
        assertThat(signed(String.join(".", ada))).isTrue();

        assertThat(signed(ada[0] + '.' + eve[1] + '.' + ada[2])).isFalse();
        assertThat(signed(ada[0] + '.' + ada[1] + '.' + eve[2])).isFalse();
    }

    @Test
    void givenATokenThatItDidNotSign_whenAskedAgain_thenItIsCheckedAgain() {
        String[] ada = token("ada").split("\\.");
        String forged = ada[0] + '.' + token("eve").split("\\.")[1] + '.' + ada[2];

        assertThat(signed(forged)).isFalse();
        assertThat(signed(forged)).isFalse();
        assertThat(checks).hasValue(2);
    }

    private boolean signed(String token) {
        return content(token).isPresent();
    }

    private Optional<String> content(String token) {
        return keys.content(token, Algorithm.RS256, String.class, jws -> Optional.of(text(jws)));
    }

    private static String text(JWSInput token) {
        return new String(token.getContent(), StandardCharsets.UTF_8);
    }

    private String token(String payload) {
        return token(payload, PAIR);
    }

    private static String token(String payload, KeyWrapper key) {
        return new JWSBuilder()
                .kid(key.getKid())
                .content(payload.getBytes(StandardCharsets.UTF_8))
                .sign(new AsymmetricSignatureSignerContext(key));
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
