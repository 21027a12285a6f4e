/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A route without words fails the build. */
class DocumentedWordsTest {

    private static final String CHAPTER = "chapter | Checks | What backends ask";
    private static final String ROUTE = "POST /verify | Checks | Ask whether a token holds";

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
    void givenWordsWithLinks_whenTheyLeaveThePage_thenTheLinksGo() {
        assertThat(DocumentedWords.withoutLinks("behind the [answer](a.md#b), and more ([how](decisions/1.md))"))
                .isEqualTo("behind the answer, and more");
    }
}
