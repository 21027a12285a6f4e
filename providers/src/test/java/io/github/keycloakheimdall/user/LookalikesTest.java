/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada.lovelace+x@example.com",
                "b\u00E4rbel",
                "\u0432\u0456\u043A\u0442\u043E\u0440",
                "\u5C71\u7530\u30BF\u30ED\u3046",
                "\u5C71\u7530taro",
                "\u0645\u0631\u06CC\u0645",
                "ada-1_2"
            })
    void givenAnHonestIdentifier_whenAsked_thenPlain(String identifier) {
        assertThat(Lookalikes.isPlain(identifier)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ad\u0430",
                "\u03B1da",
                "ada\u200C",
                "ada\u200D",
                "a\u0308da",
                "ada\u034F",
                "ada\u115F",
                "ada\u180E",
                "ada\uDB40\uDC61",
                "ada\uE000",
                "ada\uD83D",
                "ada ",
                "\uFB01n",
                "\u212Aate",
                "ada\u3164"
            })
    void givenAnIdentifierThatPassesForAnother_whenAsked_thenNotPlain(String identifier) {
        assertThat(Lookalikes.isPlain(identifier)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada Lovelace",
                "a\u0308da",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u5C71\u7530\u3000\u592A\u90CE"
            })
    void givenANameOfAnyScript_whenAsked_thenReadable(String name) {
        assertThat(Lookalikes.isReadable(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\u202E",
                "Ada\u2067",
                "Ada\u200F",
                "Ada\u0007",
                "Ada\n",
                "Ada\u2029",
                "Ada\uFEFF",
                "Ada\uD83D"
            })
    void givenANameThatTurnsOrHidesText_whenAsked_thenNotReadable(String name) {
        assertThat(Lookalikes.isReadable(name)).isFalse();
    }
}
