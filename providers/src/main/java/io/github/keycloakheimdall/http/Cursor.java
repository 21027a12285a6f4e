/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The place of a row in an ordered list: where the next page starts behind.
 *
 * @param key what the list is sorted by
 * @param id tells rows of the same key apart
 */
public record Cursor(String key, String id) {

    private static final String SEPARATOR = "\n";
    private static final int MAX_LENGTH = 1024;

    /** The form that clients see and hand back. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ApiException 400 for what {@link #encode} did not make */
    static Cursor decode(String encoded) {
        if (encoded.length() > MAX_LENGTH) {
            throw malformed();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == 2 && text.indexOf('\0') < 0 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
                return new Cursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw malformed();
        }
        throw malformed();
    }

    private static ApiException malformed() {
        return ApiException.invalid("cursor", "is malformed");
    }
}
