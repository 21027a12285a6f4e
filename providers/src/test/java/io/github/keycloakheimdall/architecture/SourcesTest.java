/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the formatter leaves as it is: comments and texts. */
class SourcesTest {

    private static final int COLUMNS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void noLineIsLongerThanAScreenBesideADiffShows(String folder) throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> tooLong.addAll(longLines(file)));
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<String> longLines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.length() > COLUMNS)
                    .map(line -> file + ": " + line)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
