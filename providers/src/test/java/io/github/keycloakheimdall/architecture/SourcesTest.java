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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long lines and files get, which the formatter leaves as it is. */
class SourcesTest {

    private static final int COLUMNS = 120;

    private static final String MAIN = "src/main/java";
    private static final String TESTS = "src/test/java";
    private static final String CONSOLE = "../themes/heimdall/admin/src";

    /** What the console's build makes of the OpenAPI document. */
    private static final String GENERATED = CONSOLE + "/generated";

    @ParameterizedTest
    @ValueSource(strings = {MAIN, TESTS, CONSOLE})
    void noLineIsLongerThanAScreenBesideADiffShows(String folder) throws IOException {
        List<String> tooLong = new ArrayList<>();
        sources(folder).forEach((file, lines) -> lines.stream()
                .filter(line -> line.length() > COLUMNS)
                .forEach(line -> tooLong.add(file + ": " + line)));
        assertThat(tooLong).isEmpty();
    }

    /** Decision 0112 says why tests may be longer. */
    @ParameterizedTest
    @CsvSource({MAIN + ", 150", CONSOLE + ", 150", TESTS + ", 400"})
    void noFileIsLongerThanOneMatterTakes(String folder, int most) throws IOException {
        List<String> tooLong = new ArrayList<>();
        sources(folder).forEach((file, lines) -> {
            if (lines.size() > most) {
                tooLong.add(file + ": " + lines.size());
            }
        });
        assertThat(tooLong).isEmpty();
    }

    private static Map<Path, List<String>> sources(String folder) throws IOException {
        Map<Path, List<String>> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.filter(file -> file.toString().matches(".*\\.(java|ts|tsx|css)"))
                    .filter(file -> !file.startsWith(GENERATED))
                    .forEach(file -> sources.put(file, lines(file)));
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
