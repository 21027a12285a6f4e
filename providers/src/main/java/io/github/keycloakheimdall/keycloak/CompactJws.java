/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;

/**
 * Reads signed tokens in JOSE's compact form (RFC 7515, 3.1) from whoever sends them. Keycloak's own reader takes a header
 * that is {@code null} or lacks its algorithm, and its checks fail over it.
 */
public final class CompactJws {

    /** Of a whole token, in characters. */
    private static final int MAX_LENGTH = 8192;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private CompactJws() {}

    /** The token, whose signature nobody checked, if it names a key and an algorithm that Keycloak knows; else empty. */
    public static Optional<JWSInput> parse(String token) {
        if (token.length() > MAX_LENGTH || !SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            JWSInput jws = new JWSInput(token);
            JWSHeader header = jws.getHeader();
            boolean whole = header != null && header.getAlgorithm() != null && header.getKeyId() != null;
            return whole ? Optional.of(jws) : Optional.empty();
        } catch (JWSInputException notAToken) {
            return Optional.empty();
        }
    }
}
