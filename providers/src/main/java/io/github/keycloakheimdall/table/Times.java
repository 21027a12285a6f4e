/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times of rows as answers have them. */
public final class Times {

    private Times() {}

    /** Null for null. */
    public static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
