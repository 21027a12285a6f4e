/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a body against the annotations of its record, those that {@link Constraints} knows. Thread safe. */
final class BodyValidation {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private BodyValidation() {}

    /** What the body breaks, of its annotations and of what it says of itself. */
    static List<FieldError> broken(ApiRequest body) {
        List<FieldError> errors = new ArrayList<>();
        collect("", body, errors);
        errors.addAll(body.faults());
        return errors;
    }

    private static void collect(String prefix, Object value, List<FieldError> errors) {
        for (Part part : PARTS.get(value.getClass())) {
            String field = prefix + part.name;
            Object held = part.of(value);
            for (Annotation rule : part.rules) {
                Constraints.broken(field, rule, held).ifPresent(errors::add);
            }
            if (held instanceof Record nested) {
                collect(field + '.', nested, errors);
            } else if (held instanceof List<?> list) {
                collectAll(field, list, errors);
            }
        }
    }

    private static void collectAll(String field, List<?> list, List<FieldError> errors) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                errors.add(new FieldError(field + '.' + i, FieldFault.REQUIRED, "must not be null"));
            } else if (list.get(i) instanceof Record nested) {
                collect(field + '.' + i + '.', nested, errors);
            }
        }
    }

    /** A part of a record, with what the class says of it, which takes Java long to tell. */
    private record Part(String name, Method accessor, List<Annotation> rules) {

        private static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(NAMES.translate(component.getName()), accessor, List.of(accessor.getAnnotations()));
        }

        private @Nullable Object of(Object value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a body's part cannot be read: " + accessor, e);
            }
        }
    }
}
