/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as Keycloak stores and imports it. */
public final class StoredPassword {

    private static final long FIRST_OF_JANUARY_2020 = 1_577_836_800_000L;
    private static final int BITS = 256;

    private StoredPassword() {}

    /** The credential of a user's JSON, hashed by PBKDF2 in one round. */
    public static Map<String, Object> setOnFirstOfJanuary2020(String password) {
        byte[] salt = "sixteen bytes!!!".getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1, BITS))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    "type",
                    "password",
                    "createdDate",
                    FIRST_OF_JANUARY_2020,
                    "credentialData",
                    "{\"hashIterations\":1,\"algorithm\":\"pbkdf2-sha256\"}",
                    "secretData",
                    "{\"value\":\"" + base64.encodeToString(hash) + "\",\"salt\":\"" + base64.encodeToString(salt)
                            + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
