/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's pages have words of their own for whatever an app may lack. */
class FindingTextsTest {

    private static final Pattern TOLD = Pattern.compile("Finding\\.(?:error|warning)\\(\\s*\"([a-z_]+)\"");

    private static final Pattern KNOWN = Pattern.compile("^  ([a-z_]+): \\[", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void givenAFindingThatTheApiTells_whenLookingForItsWords_thenThereAreSome(String language) throws IOException {
        Path texts = Path.of("../themes/heimdall/admin/src/texts/findings." + language + ".ts");

        assertThat(codes(KNOWN, texts)).isEqualTo(told());
    }

    private static Set<String> told() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith("Check.java")).toList()) {
                told.addAll(codes(TOLD, file));
            }
        }
        assertThat(told).contains("no_owner", "webhook_disabled");
        return told;
    }

    private static Set<String> codes(Pattern pattern, Path file) throws IOException {
        Set<String> codes = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }
}
