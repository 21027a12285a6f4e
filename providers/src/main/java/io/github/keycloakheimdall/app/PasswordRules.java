/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The app's own demands on a new password; the realm's password policy is asked as well, so the stricter one wins.
 *
 * @param minLength in characters
 */
public record PasswordRules(int minLength, boolean uppercase, boolean number, boolean symbol) {

    /**
     * Asks them of a new password.
     *
     * @param field the body's field that holds it
     * @throws ApiException 400 that names what the password lacks
     */
    public void require(String field, String password) {
        List<FieldError> lacking = violations(field, password);
        if (!lacking.isEmpty()) {
            throw ApiException.invalid(lacking);
        }
    }

    /** What the password lacks, each by the name of the body's field that holds it. */
    public List<FieldError> violations(String field, String password) {
        List<FieldError> errors = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < minLength) {
            errors.add(new FieldError(field, "must be at least " + minLength + " characters"));
        }
        demand(errors, field, uppercase, password, Character::isUpperCase, "must contain an uppercase letter");
        demand(errors, field, number, password, Character::isDigit, "must contain a number");
        demand(errors, field, symbol, password, PasswordRules::isSymbol, "must contain a symbol");
        return errors;
    }

    private static void demand(
            List<FieldError> errors, String field, boolean on, String password, IntPredicate kind, String reason) {
        if (on && password.codePoints().noneMatch(kind)) {
            errors.add(new FieldError(field, reason));
        }
    }

    private static boolean isSymbol(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isWhitespace(character);
    }
}
