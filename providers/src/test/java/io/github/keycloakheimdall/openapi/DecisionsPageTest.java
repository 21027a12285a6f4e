/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision that the index leaves out nobody finds, and one without a date and a status nobody can weigh. */
class DecisionsPageTest {

    private static final Path FOLDER = Path.of("../docs/decisions");
    private static final Path INDEX = FOLDER.resolve("README.md");
    private static final String SUCCESSOR = "(?:in part )?superseded by \\[(\\d{4})\\]\\((.+)\\)";
    private static final Pattern HEAD =
            Pattern.compile("# (\\d{4}): (.+)\n\n(\\d{4}-\\d{2}-\\d{2})(?:, (" + SUCCESSOR + "))?\n");

    @ParameterizedTest
    @MethodSource("pages")
    void givenADecision_thenItHasNumberAndDateAndTheIndexSaysWhatItSays(Path page) throws IOException {
        String file = page.getFileName().toString();

        Matcher head = HEAD.matcher(Files.readString(page));

        assertThat(head.lookingAt()).as("number, title and date of %s", file).isTrue();
        assertThat(file).startsWith(head.group(1) + '-');
        assertThat(Files.readAllLines(INDEX))
                .contains("| %s | [%s](%s) | %s | %s |"
                        .formatted(
                                head.group(1),
                                head.group(2),
                                file,
                                head.group(3),
                                Objects.requireNonNullElse(head.group(4), "accepted")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenASupersededDecision_thenItsSuccessorIsThere(Path page) throws IOException {
        Matcher head = HEAD.matcher(Files.readString(page));

        if (head.lookingAt() && head.group(4) != null) {
            assertThat(FOLDER.resolve(head.group(6))).exists();
            assertThat(head.group(6)).startsWith(head.group(5) + '-');
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(page -> !page.equals(INDEX)).sorted().toList();
        }
    }
}
