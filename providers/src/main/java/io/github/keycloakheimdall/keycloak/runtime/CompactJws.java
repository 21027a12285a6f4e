/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;

/**
 * Reads signed tokens in JOSE's compact form (RFC 7515, 3.1) from whoever sends them. Keycloak's own reader takes a
 * header that is {@code null}, lacks its algorithm, or names none to sign by, and its checks fail over it.
 */
public final class CompactJws {

    /** Of a whole token, in characters. */
    private static final int MAX_LENGTH = 8192;

    private static final int PARTS = 3;

    private static final String UNSIGNED = "none";

    private static final boolean[] BASE64_URL = base64Url();

    private CompactJws() {}

    /**
     * The token, whose signature nobody checked, if it names a key and an algorithm that Keycloak signs by; else empty.
     */
    public static Optional<JWSInput> parse(String token) {
        if (token.length() > MAX_LENGTH || !isCompact(token)) {
            return Optional.empty();
        }
        try {
            JWSInput jws = new JWSInput(token);
            return isWhole(jws.getHeader()) ? Optional.of(jws) : Optional.empty();
        } catch (JWSInputException notAToken) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(@Nullable JWSHeader header) {
        return header != null
                && header.getAlgorithm() != null
                && !UNSIGNED.equals(header.getAlgorithm().name())
                && header.getKeyId() != null;
    }

    /**
     * Three parts of base64url, none of them empty. Each request pays for this, and a pattern costs several times as
     * much.
     */
    private static boolean isCompact(String token) {
        int parts = 1;
        int start = 0;
        for (int i = 0; i < token.length(); i++) {
            char letter = token.charAt(i);
            if (letter == '.') {
                if (i == start || ++parts > PARTS) {
                    return false;
                }
                start = i + 1;
            } else if (!isBase64Url(letter)) {
                return false;
            }
        }
        return parts == PARTS && start < token.length();
    }

    private static boolean isBase64Url(char letter) {
        return letter < BASE64_URL.length && BASE64_URL[letter];
    }

    private static boolean[] base64Url() {
        boolean[] table = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .forEach(each -> table[each] = true);
        return table;
    }
}
