/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

/**
 * Something in a realm that keeps its app from working as meant, and that the API does not mend by itself.
 *
 * @param code for programs; never changes its meaning
 * @param message what it is, in a sentence
 * @param cure what to do, in a sentence
 */
public record Finding(String code, Severity severity, String message, String cure) {

    public static Finding error(String code, String message, String cure) {
        return new Finding(code, Severity.ERROR, message, cure);
    }

    public static Finding warning(String code, String message, String cure) {
        return new Finding(code, Severity.WARNING, message, cure);
    }
}
