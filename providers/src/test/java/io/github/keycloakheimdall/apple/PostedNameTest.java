/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedNameTest {

    @Test
    void givenApplesField_whenParsing_thenItsNames() {
        assertThat(PostedName.parse(
                        "{\"name\":{\"firstName\":\" Ada \",\"lastName\":\"Lovelace\"},\"email\":\"ada@example.com\"}"))
                .contains(new PostedName("Ada", "Lovelace"));
    }

    @Test
    void givenALastNameAlone_whenParsing_thenThatOne() {
        assertThat(PostedName.parse("{\"name\":{\"firstName\":\"\",\"lastName\":\"Lovelace\"}}"))
                .contains(new PostedName(null, "Lovelace"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "\"Ada\"",
                "{\"name\":\"Ada\"}",
                "{\"name\":{\"firstName\":{}}}",
                "{\"name\":{\"firstName\":\"A\\u0000da\"}}",
                "{\"name\":{\"firstName\":\"\\ud800\"}}"
            })
    void givenWhatIsNoName_whenParsing_thenNone(String user) {
        assertThat(PostedName.parse(user)).isEmpty();
    }

    @Test
    void givenAnEndlessName_whenParsing_thenNone() {
        assertThat(PostedName.parse("{\"name\":{\"firstName\":\"" + "a".repeat(256) + "\"}}"))
                .isEmpty();
    }
}
