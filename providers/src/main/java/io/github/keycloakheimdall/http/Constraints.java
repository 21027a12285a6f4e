/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.constraint.Constraint;
import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The constraints that bodies use, with the meaning of those of the same names in Jakarta Validation: null breaks only
 * NotNull.
 */
final class Constraints {

    /** A pattern of words to choose from, such as {@code active|suspended}: any other word names nothing. */
    private static final java.util.regex.Pattern WORDS = java.util.regex.Pattern.compile("[a-z_]+(\\|[a-z_]+)+");

    private Constraints() {}

    /**
     * What the value breaks of the rule, if it does.
     *
     * @param field where the value is, by the name that the answer has for it
     * @throws IllegalStateException for a constraint that is not known here, so that none is overlooked
     */
    static Optional<FieldError> broken(String field, Annotation rule, @Nullable Object value) {
        if (rule instanceof NotNull) {
            return unless(value != null, field, FieldFault.REQUIRED, "must not be null");
        }
        if (!rule.annotationType().isAnnotationPresent(Constraint.class) || value == null) {
            return Optional.empty();
        }
        if (rule instanceof Size size) {
            return outside(field, value, size);
        }
        if (rule instanceof Pattern pattern) {
            return unless(
                    java.util.regex.Pattern.matches(pattern.regexp(), (CharSequence) value),
                    field,
                    WORDS.matcher(pattern.regexp()).matches() ? FieldFault.UNKNOWN : FieldFault.MALFORMED,
                    "must match " + pattern.regexp());
        }
        if (rule instanceof Min min) {
            return unless(
                    ((Number) value).longValue() >= min.value(),
                    field,
                    FieldFault.OUT_OF_RANGE,
                    "must be at least " + min.value());
        }
        if (rule instanceof Max max) {
            return unless(
                    ((Number) value).longValue() <= max.value(),
                    field,
                    FieldFault.OUT_OF_RANGE,
                    "must be at most " + max.value());
        }
        throw new IllegalStateException("no check is written for " + rule);
    }

    private static Optional<FieldError> outside(String field, Object value, Size size) {
        boolean list = value instanceof Collection;
        int length = list ? ((Collection<?>) value).size() : ((CharSequence) value).length();
        String unit = list ? "entries" : "characters";
        return unless(
                length >= size.min() && length <= size.max(),
                field,
                length > size.max() ? FieldFault.TOO_LONG : isBlank(value) ? FieldFault.REQUIRED : FieldFault.TOO_SHORT,
                size.max() == Integer.MAX_VALUE
                        ? "must have at least " + size.min() + ' ' + unit
                        : "must have " + size.min() + " to " + size.max() + ' ' + unit);
    }

    private static boolean isBlank(Object value) {
        return value instanceof Collection<?> entries
                ? entries.isEmpty()
                : value.toString().isBlank();
    }

    private static Optional<FieldError> unless(boolean kept, String field, FieldFault code, String reason) {
        return kept ? Optional.empty() : Optional.of(new FieldError(field, code, reason));
    }
}
