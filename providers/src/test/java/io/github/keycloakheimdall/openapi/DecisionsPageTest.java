/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision that the index leaves out nobody finds, and one without a date nobody can weigh. */
class DecisionsPageTest {

    private static final Path FOLDER = Path.of("../docs/decisions");
    private static final Path INDEX = FOLDER.resolve("README.md");
    private static final Pattern HEAD = Pattern.compile("# (\\d{4}): (.+)\n\n(\\d{4}-\\d{2}-\\d{2})\n");

    @ParameterizedTest
    @MethodSource("pages")
    void givenADecision_thenItHasNumberAndDateAndTheIndexNamesIt(Path page) throws IOException {
        String file = page.getFileName().toString();

        Matcher head = HEAD.matcher(Files.readString(page));

        assertThat(head.lookingAt()).as("number, title and date of %s", file).isTrue();
        assertThat(file).startsWith(head.group(1) + '-');
        assertThat(Files.readAllLines(INDEX))
                .contains("| %s | [%s](%s) | %s |".formatted(head.group(1), head.group(2), file, head.group(3)));
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(page -> !page.equals(INDEX)).sorted().toList();
        }
    }
}
