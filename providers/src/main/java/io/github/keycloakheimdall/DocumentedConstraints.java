/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

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
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Path classes = Path.of(DocumentedConstraints.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return new DocumentedConstraints(files.map(classes::relativize)
                        .map(file ->
                                file.toString().replace(file.getFileSystem().getSeparator(), "."))
                        .filter(file -> file.endsWith(".class"))
                        .map(file -> load(file.substring(0, file.length() - ".class".length())))
                        .filter(Class::isRecord)
                        .collect(Collectors.groupingBy(Class::getSimpleName)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, DocumentedConstraints.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    void describe(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        records.getOrDefault(name.replaceFirst("\\d+$", ""), List.of()).stream()
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .allMatch(part -> properties.containsKey(nameOf(part))))
                .findFirst()
                .ifPresent(type -> Arrays.stream(type.getRecordComponents())
                        .forEach(part -> describe(schema, nameOf(part), part.getAccessor())));
    }

    private static void describe(Schema record, String name, Method part) {
        if (part.isAnnotationPresent(NotNull.class)
                && (record.getRequired() == null || !record.getRequired().contains(name))) {
            record.addRequired(name);
        }
        Schema schema = record.getProperties().get(name);
        if (schema.getRef() != null) {
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
        with(part, Pattern.class, pattern -> schema.setPattern(pattern.regexp()));
        with(part, Min.class, least -> schema.setMinimum(BigDecimal.valueOf(least.value())));
        with(part, Max.class, most -> schema.setMaximum(BigDecimal.valueOf(most.value())));
    }

    private static void count(int number, Consumer<Integer> into) {
        into.accept(number);
    }

    private static <A extends Annotation> void with(Method part, Class<A> rule, Consumer<A> then) {
        Optional.ofNullable(part.getAnnotation(rule)).ifPresent(then);
    }

    private static String nameOf(RecordComponent part) {
        JsonProperty given = part.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? NAMES.translate(part.getName()) : given.value();
    }
}
