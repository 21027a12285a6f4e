/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import java.time.Instant;

/** Times of rows as answers have them. */
final class Times {

    private Times() {}

    /** Null for null. */
    static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
