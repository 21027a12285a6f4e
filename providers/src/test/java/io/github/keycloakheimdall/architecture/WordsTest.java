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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That one word stands for one thing, as the glossary of CONTRIBUTING.md has it: the words that slip in most. */
class WordsTest {

    /** In names of code too, such as {@code isPerson}; personal data is another word. */
    private static final Pattern NOT_OURS =
            Pattern.compile("[Pp]erson(?:s|en)?(?![a-z])|[Pp]eople|[Aa]dministrator(?:s|en)?(?![a-z])");

    private static final Path ROOT = Path.of("..");

    /** Files that may say such a word, and why. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of("CONTRIBUTING.md", "its glossary names what not to say");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "providers/src/main",
                "docs",
                "examples",
                "themes/heimdall/admin/src",
                "README.md",
                "SECURITY.md",
                "CONTRIBUTING.md"
            })
    void whoeverHasAnAccountIsAUserAndWhoeverAdministersAnAdmin(String place) throws IOException {
        List<String> slips = new ArrayList<>();
        texts(place).forEach((file, lines) -> {
            if (!EXCEPTIONS.containsKey(file)) {
                lines.stream()
                        .filter(line -> NOT_OURS.matcher(line).find())
                        .forEach(line -> slips.add(file + ": " + line.strip()));
            }
        });
        assertThat(slips).isEmpty();
    }

    @Test
    void givenAnException_thenItStillNeedsToBeOne() throws IOException {
        for (String file : EXCEPTIONS.keySet()) {
            assertThat(Files.readString(ROOT.resolve(file))).containsPattern(NOT_OURS);
        }
    }

    private static Map<String, List<String>> texts(String place) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
            files.filter(file -> file.toString().matches(".*\\.(java|ts|tsx|md|txt|yaml|json|js|mjs|py|html)"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .forEach(file -> texts.put(ROOT.relativize(file).toString().replace('\\', '/'), lines(file)));
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
