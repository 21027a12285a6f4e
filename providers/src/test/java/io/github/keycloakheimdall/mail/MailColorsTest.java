/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a mail looks like where its reader prefers the dark. */
class MailColorsTest {

    private static final Path TEMPLATES = Path.of("..", "themes", "heimdall", "email", "html");
    private static final Pattern COLORED = Pattern.compile("<[^>]*style=\"[^\"]*(?:background|color):#[^>]*>");
    private static final Pattern CLASS = Pattern.compile("class=\"([a-z]+)\"");
    private static final Pattern DARK =
            Pattern.compile("prefers-color-scheme: dark\\) \\{(.*?)\n    }", Pattern.DOTALL);

    @Test
    void givenTheTemplates_whenReadInTheDark_thenNoColorIsLeftAsItIsInTheLight() throws IOException {
        MatchResult dark = DARK.matcher(Files.readString(TEMPLATES.resolve("heimdall-layout.ftl")))
                .results()
                .findFirst()
                .orElseThrow();

        // The button has the app's own color, and white on it.
        assertThat(colored()).hasSizeGreaterThan(5).allSatisfy(tag -> assertThat(dark.group(1))
                .contains("."
                        + CLASS.matcher(tag).results().findFirst().orElseThrow().group(1) + " {"));
    }

    private static List<String> colored() throws IOException {
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            return templates
                    .map(MailColorsTest::text)
                    .flatMap(text -> COLORED.matcher(text).results().map(MatchResult::group))
                    .filter(tag -> !tag.contains("${color}"))
                    .toList();
        }
    }

    private static String text(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
