/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A block marked {@code sh} says that a test pastes it. */
class ChaptersTest {

    private static final Path PAGES = Path.of("..", "docs");
    private static final Path TESTS = Path.of("src", "test", "java", "io", "github", "keycloakheimdall");
    private static final List<Path> PASTING =
            List.of(TESTS.resolve("docs/ChaptersIT.java"), TESTS.resolve("apple/AppleAndGoogleIT.java"));

    @ParameterizedTest
    @MethodSource("pages")
    void givenAPageWithCommands_thenATestPastesThem(Path page) throws IOException {
        String file = page.getFileName().toString();
        String name = file.substring(0, file.lastIndexOf('.'));

        assertThat(PASTING)
                .as("no test pastes the blocks of %s that are marked sh", page)
                .anySatisfy(test -> assertThat(Files.readString(test))
                        .containsAnyOf("page(\"" + name + "\")", "\"docs/" + file + '"'));
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.list(PAGES)) {
            return all.filter(page -> page.toString().endsWith(".md") && hasCommands(page))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasCommands(Path page) {
        try {
            return Files.readAllLines(page).contains("```sh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
