/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a provider says, so that the database takes it. */
final class UpstreamText {

    /** NUL, and halves of surrogate pairs that stand alone. */
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private UpstreamText() {}

    /** Without the characters that no database keeps; null stays null. */
    static @Nullable String storable(@Nullable String text) {
        return text == null ? null : NOT_STORABLE.matcher(text).replaceAll("");
    }

    /** The same, of no more characters than that. */
    static @Nullable String cut(@Nullable String text, int length) {
        return text == null ? null : storable(text.substring(0, Math.min(text.length(), length)));
    }
}
