/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose code the console's pages have in them, the JAR says, with its licences. */
class NoticesTest {

    private static final String THEME = "/theme/heimdall/admin/";
    private static final Path ASSETS = Path.of("target/classes" + THEME + "resources/assets/heimdall");

    /** Text that each of the packages brings, wherever it is bundled. */
    @ParameterizedTest
    @CsvSource({
        "@patternfly/react-core, data-ouia-component-type",
        "@patternfly/react-styles, pf-v5-c-button",
        "@patternfly/react-table, pf-v5-c-table__tbody",
        "@popperjs/core, popperOffsets",
        "focus-trap, Your focus-trap must have at least one container",
        "lodash, __lodash_hash_undefined__",
        "tabbable, details>summary:first-of-type",
    })
    void givenCodeOfAPackageInThePages_thenTheNoticesNameItWithItsLicence(String name, String text) throws IOException {
        assertThat(assets()).contains(text);
        assertThat(resource("THIRD-PARTY-NOTICES.txt"))
                .containsPattern(
                        "\n-{80}\n\\Q" + name + "\\E [^\n]*\\(MIT\\)\n(?:(?!-{80})[\\s\\S])+Permission is hereby");
    }

    @Test
    void givenTheNotices_thenTheListForTheSbomNamesTheSamePackages() throws IOException {
        List<String> noticed = resource("THIRD-PARTY-NOTICES.txt")
                .lines()
                .filter(line -> line.matches("\\S+( [\\d.]+)? \\([\\w-]+\\)"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();

        assertThat(new ObjectMapper().readTree(resource("packages.cdx.json")).findValuesAsText("name"))
                .isSorted()
                .containsExactlyElementsOf(noticed);
    }

    @Test
    void theJarHasTheLicenceOfTheRest() {
        assertThat(Path.of("target/classes/META-INF/LICENSE")).hasSameTextualContentAs(Path.of("../LICENSE"));
    }

    private static String assets() throws IOException {
        try (Stream<Path> files = Files.list(ASSETS)) {
            return files.map(NoticesTest::text).collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = NoticesTest.class.getResourceAsStream(THEME + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
