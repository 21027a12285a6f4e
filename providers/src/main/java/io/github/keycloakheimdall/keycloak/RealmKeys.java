/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureVerifierContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keys that check signatures of the realm in the session's context. Keycloak makes all key providers of the realm anew
 * for each session, so what they gave is remembered until the realm changes, and for at most a minute: a keystore's file
 * may be replaced without a change of the realm.
 */
public final class RealmKeys {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private record KeyName(String kid, String algorithm) {}

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmKeys(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Checks signatures by a key that is the realm's and enabled.
     *
     * @throws VerificationException if there is none of that id and algorithm
     */
    public SignatureVerifierContext verifier(String kid, String algorithm) throws VerificationException {
        Cache<KeyName, KeyWrapper> known = RealmMemory.remember(realm, RealmKeys.class, RealmKeys::empty);
        // A name that no key has is not remembered: whoever makes names up would fill the memory.
        KeyWrapper key = known.get(
                new KeyName(kid, algorithm), name -> session.keys().getKey(realm, kid, KeyUse.SIG, algorithm));
        if (key == null) {
            throw new VerificationException("No key " + kid);
        }
        return session.getProvider(SignatureProvider.class, algorithm).verifier(key);
    }

    private static Cache<KeyName, KeyWrapper> empty() {
        return Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfterWrite(REMEMBERED)
                .build();
    }
}
