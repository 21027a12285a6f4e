/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import org.jspecify.annotations.Nullable;

/** What became of what was tried, as lists are filtered by it. */
public enum Outcome {
    ANY,
    SUCCEEDED,
    FAILED;

    /**
     * The one that is asked for.
     *
     * @param word null for any
     * @throws ApiException 400 for what is neither
     */
    public static Outcome of(@Nullable String word) {
        if (word == null) {
            return ANY;
        }
        return switch (word) {
            case "succeeded" -> SUCCEEDED;
            case "failed" -> FAILED;
            default -> throw ApiException.invalid("outcome", FieldFault.UNKNOWN, "must be succeeded or failed");
        };
    }

    /** Whether what failed, or what did not, is asked for. */
    public boolean includes(boolean failure) {
        return this == ANY || failure == (this == FAILED);
    }
}
