/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

/** What became of an attempt, as lists are filtered by it. */
final class Outcome {

    private Outcome() {}

    /** Whether the receiver took it; null for a word that means neither, which filters nothing. */
    static Boolean succeeded(String word) {
        if ("succeeded".equals(word)) {
            return true;
        }
        return "failed".equals(word) ? false : null;
    }
}
