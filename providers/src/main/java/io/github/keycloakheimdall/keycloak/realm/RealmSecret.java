/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keyed hashes under the realm's active HS512 key, which never leaves the server and rotates with Keycloak's keys. */
public final class RealmSecret {

    private static final String HMAC = "HmacSHA256";

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmSecret(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * The keyed hash of a text, 64 hexadecimal digits.
     *
     * @param use what the hash is for; hashes of different uses have nothing in common
     */
    public String hash(String use, String text) {
        SecretKey realmKey =
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey();
        byte[] useKey = hmac(realmKey, "heimdall:" + use);
        return HexFormat.of().formatHex(hmac(new SecretKeySpec(useKey, HMAC), text));
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the realm's HS512 key is no HMAC key", e);
        }
    }
}
