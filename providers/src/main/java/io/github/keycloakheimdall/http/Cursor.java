/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.realm.SealedText;
import org.keycloak.models.KeycloakSession;

/**
 * The place of a row in an ordered list: where the next page starts behind.
 *
 * @param key what the list is sorted by
 * @param id tells rows of the same key apart
 */
public record Cursor(String key, String id) {

    private static final String SEPARATOR = "\n";
    private static final String USE = "cursor";
    private static final int MAX_LENGTH = 2048;

    /** The form that clients see and hand back. The row may be one that the caller is not shown, so it is sealed. */
    public String encode(KeycloakSession session) {
        return new SealedText(session, USE).seal(key + SEPARATOR + id);
    }

    /** @throws ApiException 400 for what {@link #encode} did not make */
    static Cursor decode(KeycloakSession session, String encoded) {
        if (encoded.length() > MAX_LENGTH) {
            throw malformed();
        }
        String[] parts = new SealedText(session, USE)
                .open(encoded)
                .orElseThrow(Cursor::malformed)
                .split(SEPARATOR, 2);
        return new Cursor(parts[0], parts[1]);
    }

    private static ApiException malformed() {
        return ApiException.invalid("cursor", FieldFault.MALFORMED, "is malformed");
    }
}
