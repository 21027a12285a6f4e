/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.error.ApiException;

/** What became of what someone tried, as the log is filtered by it. */
enum Outcome {
    ANY,
    SUCCEEDED,
    FAILED;

    /**
     * The one that is asked for.
     *
     * @param word null for any
     * @throws ApiException 400 for what is neither
     */
    static Outcome of(String word) {
        if (word == null) {
            return ANY;
        }
        return switch (word) {
            case "succeeded" -> SUCCEEDED;
            case "failed" -> FAILED;
            default -> throw ApiException.invalid("outcome", "must be succeeded or failed");
        };
    }

    boolean includes(boolean failure) {
        return this == ANY || failure == (this == FAILED);
    }
}
