/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on security names tests that there are, and by which profile each runs. */
class ProofsTest {

    private static final Path PAGE = Path.of("../docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:IT|Test))\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `-P([a-z]+)` \\|(.*)\\|$");
    private static final Pattern TAG = Pattern.compile("(?m)^@Tag\\(\"([a-z-]+)\"\\)");

    @Test
    void theTableOfProfilesNamesEachTestThatAProfileRunsAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, Path> classes = classes();
        Map<String, String> tagged = new TreeMap<>();
        for (String named : named(page).collect(Collectors.toSet())) {
            assertThat(classes).containsKey(named);
            TAG.matcher(Files.readString(classes.get(named)))
                    .results()
                    .forEach(tag -> tagged.put(named, profile(tag.group(1))));
        }

        Map<String, String> told = new TreeMap<>();
        ROW.matcher(page).results().forEach(row -> named(row.group(2)).forEach(named -> told.put(named, row.group(1))));
        assertThat(told).isNotEmpty().isEqualTo(tagged);
    }

    private static Stream<String> named(String text) {
        return NAMED.matcher(text).results().map(name -> name.group(1));
    }

    private static String profile(String tag) {
        return tag.equals("own-server") ? "servers" : tag;
    }

    private static Map<String, Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, two) -> one));
        }
    }
}
