/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSInput;
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
     * Whether the key that the token names, which is the realm's and enabled, signed it.
     *
     * @throws VerificationException if there is no key of that id and algorithm
     */
    public boolean signed(JWSInput token, String algorithm) throws VerificationException {
        Cache<KeyName, RealmKey> known = RealmMemory.remember(realm, RealmKeys.class, RealmKeys::empty);
        // A name that no key has is not remembered: whoever makes names up would fill the memory.
        RealmKey key = known.get(new KeyName(token.getHeader().getKeyId(), algorithm), this::find);
        if (key == null) {
            throw new VerificationException("No such key");
        }
        return key.signed(token, session.getProvider(SignatureProvider.class, algorithm));
    }

    private RealmKey find(KeyName name) {
        KeyWrapper key = session.keys().getKey(realm, name.kid(), KeyUse.SIG, name.algorithm());
        return key == null ? null : new RealmKey(key);
    }

    private static Cache<KeyName, RealmKey> empty() {
        return Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfterWrite(REMEMBERED)
                .build();
    }
}
