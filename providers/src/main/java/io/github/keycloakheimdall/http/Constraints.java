/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.constraint.Constraint;
import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The constraints that bodies use, with the meaning of those of the same names in Jakarta Validation: null breaks only
 * NotNull.
 */
final class Constraints {

    private Constraints() {}

    /**
     * Why the value breaks the rule, if it does.
     *
     * @throws IllegalStateException for a constraint that is not known here, so that none is overlooked
     */
    static Optional<String> broken(Annotation rule, @Nullable Object value) {
        if (rule instanceof NotNull) {
            return value == null ? Optional.of("must not be null") : Optional.empty();
        }
        if (!rule.annotationType().isAnnotationPresent(Constraint.class) || value == null) {
            return Optional.empty();
        }
        if (rule instanceof Size size) {
            return outside(
                    length(value), size.min(), size.max(), value instanceof Collection ? "entries" : "characters");
        }
        if (rule instanceof Pattern pattern) {
            boolean matches = java.util.regex.Pattern.matches(pattern.regexp(), (CharSequence) value);
            return matches ? Optional.empty() : Optional.of("must match " + pattern.regexp());
        }
        if (rule instanceof Min min) {
            return ((Number) value).longValue() < min.value()
                    ? Optional.of("must be at least " + min.value())
                    : Optional.empty();
        }
        if (rule instanceof Max max) {
            return ((Number) value).longValue() > max.value()
                    ? Optional.of("must be at most " + max.value())
                    : Optional.empty();
        }
        throw new IllegalStateException("no check is written for " + rule);
    }

    private static int length(Object value) {
        return value instanceof Collection<?> entries ? entries.size() : ((CharSequence) value).length();
    }

    private static Optional<String> outside(int length, int min, int max, String unit) {
        if (length >= min && length <= max) {
            return Optional.empty();
        }
        return Optional.of(
                max == Integer.MAX_VALUE
                        ? "must have at least " + min + ' ' + unit
                        : "must have " + min + " to " + max + ' ' + unit);
    }
}
