/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.table;

import java.time.Instant;

/** Times of rows as answers have them. */
public final class Times {

    private Times() {}

    /** Null for null. */
    public static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
