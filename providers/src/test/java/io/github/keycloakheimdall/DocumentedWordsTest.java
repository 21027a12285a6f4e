/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A route without words fails the build. */
class DocumentedWordsTest {

    private static final String CHAPTER = "chapter | Checks | What backends ask";
    private static final String ROUTE = "POST /verify | Checks | Ask whether a token holds";

    /** A link that is a part of its own of what is said, or a sentence. */
    private static final Pattern POINTING = Pattern.compile("[:;.,] \\[\\p{Alpha}[^]]*]\\([^)]+\\)(?:$|[;.,])");

    @Test
    void givenARouteWithWords_whenAskedForIt_thenTheyAreThere() {
        DocumentedWords words = new DocumentedWords(
                List.of("# A comment", CHAPTER, ROUTE, "  needs a token", "  200 whose it is", "  401"));

        DocumentedWords.Route route = words.of("POST /verify");

        assertThat(route.summary()).isEqualTo("Ask whether a token holds");
        assertThat(route.needs()).isEqualTo("a token");
        assertThat(route.takes()).isEmpty();
        assertThat(route.answers()).containsEntry("200", "whose it is").containsEntry("401", "");
    }

    @Test
    void givenARouteWithoutWords_whenAskedForIt_thenItIsNamed() {
        DocumentedWords words = new DocumentedWords(List.of(CHAPTER, ROUTE));

        assertThatIllegalStateException()
                .isThrownBy(() -> words.of("POST /authorize"))
                .withMessageContaining("POST /authorize");
    }

    @Test
    void givenARouteOfNoChapter_whenRead_thenTheChapterIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DocumentedWords(List.of(ROUTE)))
                .withMessageContaining("Checks");
    }

    @Test
    void givenALineOfNoKind_whenRead_thenItIsRefused() {
        List<String> lines = List.of(CHAPTER, ROUTE, "  wants a token");

        assertThatIllegalStateException()
                .isThrownBy(() -> new DocumentedWords(lines))
                .withMessageContaining("wants");
    }

    @Test
    void givenTheFile_whenItsLinksGo_thenNoTextOfOnePointsAtNothing() throws IOException {
        assertThat(Files.readAllLines(Path.of("src", "main", "openapi", "operations.txt")))
                .hasSizeGreaterThan(100)
                .noneMatch(line -> POINTING.matcher(line).find());
    }

    @Test
    void givenWordsWithLinks_whenTheyLeaveThePage_thenTheLinksGo() {
        assertThat(DocumentedWords.withoutLinks("behind the [answer](a.md#b), and more ([how](decisions/1.md))"))
                .isEqualTo("behind the answer, and more");
    }
}
