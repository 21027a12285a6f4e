/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.error.ApiException;

/** What became of an attempt, as lists are filtered by it. */
final class Outcome {

    private Outcome() {}

    /**
     * Whether the receiver took it.
     *
     * @param word null filters nothing, and so is the answer
     * @throws ApiException 400 for a word that means neither
     */
    static Boolean succeeded(String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "succeeded" -> true;
            case "failed" -> false;
            default -> throw ApiException.invalid("outcome", "must be succeeded or failed");
        };
    }
}
