/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long lines and files get, which the formatter leaves as it is. */
class SourcesTest {

    private static final int COLUMNS = 120;

    private static final String MAIN = "src/main/java";
    private static final String TESTS = "src/test/java";
    private static final String CONSOLE = "../themes/heimdall/admin/src";

    /** What builds, tests, measures and shows the rest, and examples. */
    private static final List<String> SCRIPTS = List.of(
            "src/main/openapi",
            "src/main/reference",
            "src/test",
            "../.ci",
            "../.devcontainer",
            "../.github",
            "../Dockerfile",
            "../benchmarks",
            "../docker-compose.yml",
            "../examples",
            "../themes");

    private static final String SOURCE = ".*\\.(java|ts|tsx|css)";
    private static final String SCRIPT = ".*\\.(html|java|js|lua|mjs|py|yml)|[^.]*";

    /** What builds make, such as the console's of the OpenAPI document, and what npm brings. */
    private static final Set<String> MADE = Set.of("generated", "node_modules", "target");

    @ParameterizedTest
    @ValueSource(strings = {MAIN, TESTS, CONSOLE})
    void noLineIsLongerThanAScreenBesideADiffShows(String folder) throws IOException {
        assertThat(tooLongLines(sources(folder, SOURCE))).isEmpty();
    }

    @Test
    void noLineOfAScriptIsLongerEither() throws IOException {
        for (String folder : SCRIPTS) {
            assertThat(tooLongLines(sources(folder, SCRIPT))).isEmpty();
        }
    }

    private static List<String> tooLongLines(Map<Path, List<String>> sources) {
        List<String> tooLong = new ArrayList<>();
        sources.forEach((file, lines) -> lines.stream()
                .filter(line -> line.length() > COLUMNS)
                .forEach(line -> tooLong.add(file + ": " + line)));
        return tooLong;
    }

    /** Decision 0112 says why tests may be longer. */
    @ParameterizedTest
    @CsvSource({MAIN + ", 150", CONSOLE + ", 150", TESTS + ", 400"})
    void noFileIsLongerThanOneMatterTakes(String folder, int most) throws IOException {
        assertThat(tooLongFiles(sources(folder, SOURCE), most)).isEmpty();
    }

    @Test
    void noScriptIsLongerThanATestMayBe() throws IOException {
        for (String folder : SCRIPTS) {
            assertThat(tooLongFiles(sources(folder, SCRIPT), 400)).isEmpty();
        }
    }

    private static List<String> tooLongFiles(Map<Path, List<String>> sources, int most) {
        List<String> tooLong = new ArrayList<>();
        sources.forEach((file, lines) -> {
            if (lines.size() > most) {
                tooLong.add(file + ": " + lines.size());
            }
        });
        return tooLong;
    }

    private static Map<Path, List<String>> sources(String folder, String names) throws IOException {
        Map<Path, List<String>> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(names))
                    .filter(SourcesTest::isWritten)
                    .forEach(file -> sources.put(file, lines(file)));
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }

    private static boolean isWritten(Path file) {
        return StreamSupport.stream(file.spliterator(), false).noneMatch(part -> MADE.contains(part.toString()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
