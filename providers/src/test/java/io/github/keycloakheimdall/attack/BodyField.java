/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.TextChange;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that a route's body may have.
 *
 * @param path where it lies in the body, the names of records around it first; {@code 0} for the first of a list
 * @param component what the record says of it
 */
record BodyField(List<String> path, RecordComponent component) {

    /** Every field of the route's body, with those of records in it. */
    static List<BodyField> of(Route route) {
        return Arrays.stream(route.handler().getParameterTypes())
                .filter(type -> ApiRequest.class.isAssignableFrom(type) && type.isRecord())
                .flatMap(type -> within(List.of(), type))
                .toList();
    }

    private static Stream<BodyField> within(List<String> path, Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> new BodyField(plus(path, nameOf(component)), component))
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts()));
    }

    private Stream<BodyField> parts() {
        Class<?> item = item();
        if (component.getType().isRecord()) {
            return within(path, component.getType());
        }
        return item != null && item.isRecord() ? within(plus(path, "0"), item) : Stream.of();
    }

    /** As an error names it. */
    String name() {
        return String.join(".", path);
    }

    /** The type of a list's entries, or null. */
    Class<?> item() {
        return List.class.isAssignableFrom(component.getType())
                        && component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> type
                ? type
                : null;
    }

    boolean isText() {
        return component.getType() == String.class || component.getType() == TextChange.class;
    }

    boolean isRequired() {
        return component.getAccessor().isAnnotationPresent(NotNull.class);
    }

    /** How many characters or entries it may have, if the record says so. */
    Optional<Integer> most() {
        return Optional.ofNullable(component.getAccessor().getAnnotation(Size.class))
                .map(Size::max)
                .filter(max -> max < Integer.MAX_VALUE);
    }

    /** A body with this value in its place, and nothing else. */
    Map<?, ?> with(Object value) {
        Object body = value;
        for (int i = path.size() - 1; i >= 0; i--) {
            body = path.get(i).equals("0") ? List.of(body) : Map.of(path.get(i), body);
        }
        return (Map<?, ?>) body;
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null
                ? component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                : given.value();
    }

    private static List<String> plus(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}
