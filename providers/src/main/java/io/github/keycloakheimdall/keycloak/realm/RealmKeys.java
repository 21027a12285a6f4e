/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import io.github.keycloakheimdall.keycloak.realm.SignedTokens.KeyName;
import io.github.keycloakheimdall.keycloak.runtime.CompactJws;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keys that check signatures of the realm in the session's context. Keycloak makes all key providers of the realm
 * anew for each session, so what they gave is remembered until the realm changes, and for at most a minute.
 */
public final class RealmKeys {

    private final SignedTokens known;
    private final Function<KeyName, KeyWrapper> keys;
    private final Function<String, SignatureProvider> signatures;

    public RealmKeys(KeycloakSession session) {
        this(
                RealmMemory.remember(session.getContext().getRealm(), SignedTokens.class, SignedTokens::new),
                name -> find(session, name),
                algorithm -> session.getProvider(SignatureProvider.class, algorithm));
    }

    RealmKeys(SignedTokens known, Function<KeyName, KeyWrapper> keys, Function<String, SignatureProvider> signatures) {
        this.known = known;
        this.keys = keys;
        this.signatures = signatures;
    }

    /**
     * What a token says that is of that algorithm, and signed by the key that it names, which is the realm's and
     * enabled. A token that was read before is not read again.
     *
     * @param token of any length, from whoever sends it
     * @param read makes something that nobody can change of a token with a good signature, or gives nothing
     */
    public <T> Optional<T> content(
            String token, String algorithm, Class<T> type, Function<JWSInput, Optional<T>> read) {
        return known.content(token, type).or(() -> CompactJws.parse(token)
                .filter(jws -> algorithm.equals(jws.getHeader().getRawAlgorithm()))
                .flatMap(jws -> checked(jws, algorithm, read)));
    }

    private <T> Optional<T> checked(JWSInput token, String algorithm, Function<JWSInput, Optional<T>> read) {
        KeyName name = new KeyName(token.getHeader().getKeyId(), algorithm);
        KeyWrapper key = known.key(name, keys);
        if (key == null || !signed(token, algorithm, key)) {
            return Optional.empty();
        }
        Optional<T> content = read.apply(token);
        // An HMAC costs little more than the hash, and its tokens, those that refresh, come once.
        if (key.getPublicKey() != null) {
            content.ifPresent(said -> known.add(token.getWireString(), name, key, said));
        }
        return content;
    }

    private boolean signed(JWSInput token, String algorithm, KeyWrapper key) {
        byte[] input = token.getEncodedSignatureInput().getBytes(StandardCharsets.UTF_8);
        try {
            return signatures.apply(algorithm).verifier(key).verify(input, token.getSignature());
        } catch (VerificationException notOurs) {
            return false;
        }
    }

    private static KeyWrapper find(KeycloakSession session, KeyName name) {
        RealmModel realm = session.getContext().getRealm();
        return session.keys().getKey(realm, name.kid(), KeyUse.SIG, name.algorithm());
    }
}
