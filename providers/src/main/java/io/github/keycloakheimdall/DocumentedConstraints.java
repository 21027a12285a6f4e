/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes into the OpenAPI document what the records' constraints say, of which the build's scanner knows nothing. */
final class DocumentedConstraints {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    /** By the name without its package, which is what the document calls them by; the second of a name has a number. */
    private final Map<String, List<Class<?>>> records;

    private DocumentedConstraints(Map<String, List<Class<?>>> records) {
        this.records = records;
    }

    static DocumentedConstraints ofTheJar() {
        try {
            return new DocumentedConstraints(CompiledTypes.of(CompiledTypes.folder())
                    .filter(Class::isRecord)
                    .collect(Collectors.groupingBy(DocumentedConstraints::nameOf)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the document calls the record. */
    static String nameOf(Class<?> type) {
        var given = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return given == null || given.name().isEmpty() ? type.getSimpleName() : given.name();
    }

    /**
     * Writes the constraints, and which parts are always there: in an answer all but those that are left out when null.
     */
    void describe(String name, Schema schema, boolean answered) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        records.getOrDefault(name.replaceFirst("\\d+$", ""), List.of()).stream()
                .filter(type -> parts(type).allMatch(part -> properties.containsKey(nameOf(part))))
                .findFirst()
                .ifPresent(type ->
                        parts(type).forEach(part -> describe(schema, nameOf(part), part.getAccessor(), answered)));
    }

    private static Stream<RecordComponent> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> !part.getAccessor().isAnnotationPresent(JsonIgnore.class));
    }

    private static void describe(Schema record, String name, Method part, boolean answered) {
        if ((part.isAnnotationPresent(NotNull.class) || answered && isAlwaysAnswered(part))
                && (record.getRequired() == null || !record.getRequired().contains(name))) {
            record.addRequired(name);
        }
        Schema schema = record.getProperties().get(name);
        if (schema == null || schema.getRef() != null) {
            return;
        }
        boolean list = List.class.isAssignableFrom(part.getReturnType());
        with(part, Size.class, size -> {
            if (size.min() > 0) {
                count(size.min(), list ? schema::setMinItems : schema::setMinLength);
            }
            if (size.max() < Integer.MAX_VALUE) {
                count(size.max(), list ? schema::setMaxItems : schema::setMaxLength);
            }
        });
        with(part, Pattern.class, pattern -> DocumentedPattern.describe(schema, pattern.regexp()));
        with(part, Min.class, least -> schema.setMinimum(BigDecimal.valueOf(least.value())));
        with(part, Max.class, most -> schema.setMaximum(BigDecimal.valueOf(most.value())));
    }

    /** Answers keep nulls, but where the record or the part says that it leaves them out. */
    private static boolean isAlwaysAnswered(Method part) {
        return part.getReturnType().isPrimitive()
                || !part.getDeclaringClass().isAnnotationPresent(JsonInclude.class)
                        && !part.isAnnotationPresent(JsonInclude.class);
    }

    private static void count(int number, Consumer<Integer> into) {
        into.accept(number);
    }

    private static <A extends Annotation> void with(Method part, Class<A> rule, Consumer<A> then) {
        Optional.ofNullable(part.getAnnotation(rule)).ifPresent(then);
    }

    /** What bodies call the part. */
    static String nameOf(RecordComponent part) {
        JsonProperty given = part.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? NAMES.translate(part.getName()) : given.value();
    }
}
