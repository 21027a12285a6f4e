/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that names a test as a proof is wrong once the test has another name. */
class NamedTestsTest {

    private static final Path PAGES = Path.of("..", "docs");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*[a-z]\\w*(?:IT|Test)\\b");

    @ParameterizedTest
    @MethodSource("pages")
    void givenAPageThatNamesTests_thenEachIsThere(Path page) throws IOException {
        assertThat(tests()).containsAll(named(page));
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(page -> page.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static Set<String> named(Path page) throws IOException {
        return NAME.matcher(Files.readString(page))
                .results()
                .map(name -> name.group() + ".java")
                .collect(Collectors.toSet());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> all = Files.walk(TESTS)) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
