/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
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
            errors.add(new FieldError(field, FieldFault.TOO_SHORT, "must be at least " + minLength + " characters"));
        }
        if (uppercase && lacks(password, Character::isUpperCase)) {
            errors.add(new FieldError(field, FieldFault.LACKS_UPPER_CASE, "must contain an uppercase letter"));
        }
        if (number && lacks(password, Character::isDigit)) {
            errors.add(new FieldError(field, FieldFault.LACKS_DIGIT, "must contain a number"));
        }
        if (symbol && lacks(password, PasswordRules::isSymbol)) {
            errors.add(new FieldError(field, FieldFault.LACKS_SPECIAL, "must contain a symbol"));
        }
        return errors;
    }

    private static boolean lacks(String password, IntPredicate kind) {
        return password.codePoints().noneMatch(kind);
    }

    private static boolean isSymbol(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isWhitespace(character);
    }
}
