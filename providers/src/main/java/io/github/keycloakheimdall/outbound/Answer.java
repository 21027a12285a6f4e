/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param status the receiver's, or null where it gave none
 * @param error what went wrong, or null; never what the receiver wrote
 * @param latencyMillis how long it took
 * @param excerpt the beginning of what the receiver wrote, or null
 * @param retryAfter seconds that the receiver asks to be spared for
 */
public record Answer(
        @Nullable Integer status,
        @Nullable String error,
        long latencyMillis,
        @Nullable String excerpt,
        OptionalLong retryAfter) {

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int GONE = 410;

    /** Whether the receiver took it. */
    public boolean accepted() {
        return status != null && status >= OK && status < REDIRECT;
    }

    /** Whether the receiver says that it never wants another. */
    public boolean gone() {
        return status != null && status == GONE;
    }

    /** What to say of a failure. */
    public String reason() {
        return error != null ? error : "The receiver answered " + status;
    }
}
