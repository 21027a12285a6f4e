/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.constraint.Constraint;
import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsTest {

    private static final Path ANNOTATIONS = Path.of("target/classes/io/github/keycloakheimdall/constraint");

    record Body(
            @NotNull String there,
            @Size(min = 3, max = 5) String text,
            @Size(min = 2) String open,
            @Size(min = 2, max = 3) List<String> list,
            @Pattern(regexp = "[a-z]{2}") String form,
            @Pattern(regexp = "on|off_for_now") String choice,
            @Min(2) Integer least,
            @Max(9) Long most) {}

    @ParameterizedTest
    @MethodSource("broken")
    void givenAValueThatBreaksARule_whenChecked_thenTheCodeAndTheWordsAreTheRules(
            String part, Object value, FieldFault code, String reason) {
        assertThat(Constraints.broken("its.name", rule(part), value))
                .contains(new FieldError("its.name", code, reason));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("there", null, FieldFault.REQUIRED, "must not be null"),
                Arguments.of("text", "", FieldFault.REQUIRED, "must have 3 to 5 characters"),
                Arguments.of("text", "  ", FieldFault.REQUIRED, "must have 3 to 5 characters"),
                Arguments.of("text", "ab", FieldFault.TOO_SHORT, "must have 3 to 5 characters"),
                Arguments.of("text", "abcdef", FieldFault.TOO_LONG, "must have 3 to 5 characters"),
                Arguments.of("text", "      ", FieldFault.TOO_LONG, "must have 3 to 5 characters"),
                Arguments.of("open", "a", FieldFault.TOO_SHORT, "must have at least 2 characters"),
                Arguments.of("list", List.of(), FieldFault.REQUIRED, "must have 2 to 3 entries"),
                Arguments.of("list", List.of("a"), FieldFault.TOO_SHORT, "must have 2 to 3 entries"),
                Arguments.of("list", List.of("a", "b", "c", "d"), FieldFault.TOO_LONG, "must have 2 to 3 entries"),
                Arguments.of("form", "A", FieldFault.MALFORMED, "must match [a-z]{2}"),
                Arguments.of("choice", "up", FieldFault.UNKNOWN, "must match on|off_for_now"),
                Arguments.of("least", 1, FieldFault.OUT_OF_RANGE, "must be at least 2"),
                Arguments.of("most", 10L, FieldFault.OUT_OF_RANGE, "must be at most 9"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void givenAValueWithinTheRule_whenChecked_thenNothingIsSaid(String part, Object value) {
        assertThat(Constraints.broken("its.name", rule(part), value)).isEmpty();
    }

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of("there", ""),
                Arguments.of("text", null),
                Arguments.of("text", "abc"),
                Arguments.of("open", "a".repeat(1000)),
                Arguments.of("list", List.of("a", "b", "c")),
                Arguments.of("form", "ab"),
                Arguments.of("choice", "off_for_now"),
                Arguments.of("least", 2),
                Arguments.of("most", 9L));
    }

    @Test
    void givenTheConstraintsThatThereAre_thenEachHasACodeHere() throws IOException {
        try (Stream<Path> files = Files.list(ANNOTATIONS)) {
            List<String> known = files.map(file -> file.getFileName().toString().replace(".class", ""))
                    .filter(name -> !name.equals("package-info") && !name.equals(Constraint.class.getSimpleName()))
                    .toList();
            assertThat(known).isNotEmpty().allMatch(name -> Arrays.stream(Body.class.getRecordComponents())
                    .anyMatch(part -> rule(part.getName())
                            .annotationType()
                            .getSimpleName()
                            .equals(name)));
        }
    }

    private static Annotation rule(String part) {
        RecordComponent component = Arrays.stream(Body.class.getRecordComponents())
                .filter(each -> each.getName().equals(part))
                .findFirst()
                .orElseThrow();
        return component.getAccessor().getAnnotations()[0];
    }
}
