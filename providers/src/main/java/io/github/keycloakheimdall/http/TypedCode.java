/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import java.util.regex.Pattern;

/**
 * Codes as users type them: in groups, as authenticator apps and mails show them, and with what was copied around
 * them.
 */
public final class TypedCode {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private TypedCode() {}

    /** The code without any space; no code of this API has one. */
    public static String plain(String typed) {
        return SPACES.matcher(typed).replaceAll("");
    }
}
