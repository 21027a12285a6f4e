/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds a body against the Jakarta Validation annotations of its record, those that {@link Constraints} knows. Keycloak
 * ships Hibernate Validator but takes it off the class path while a preview feature is off. Thread safe.
 */
final class BodyValidation {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private BodyValidation() {}

    static <T> T check(T body) {
        List<FieldError> errors = new ArrayList<>();
        collect("", body, errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        return body;
    }

    private static void collect(String prefix, Object value, List<FieldError> errors) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String field = prefix + NAMES.translate(component.getName());
            Object part = part(value, component);
            Arrays.stream(component.getAccessor().getAnnotations())
                    .flatMap(rule -> Constraints.broken(rule, part).stream())
                    .forEach(reason -> errors.add(new FieldError(field, reason)));
            if (part instanceof Record nested) {
                collect(field + '.', nested, errors);
            } else if (part instanceof List<?> list) {
                collectAll(field, list, errors);
            }
        }
    }

    private static void collectAll(String field, List<?> list, List<FieldError> errors) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                errors.add(new FieldError(field + '.' + i, "must not be null"));
            } else if (list.get(i) instanceof Record nested) {
                collect(field + '.' + i + '.', nested, errors);
            }
        }
    }

    private static Object part(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a body's part cannot be read: " + component, e);
        }
    }
}
