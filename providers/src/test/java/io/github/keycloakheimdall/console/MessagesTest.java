/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.app.ToggleKind;
import io.github.keycloakheimdall.app.WholeNumber;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tab's texts say what the toggles are. */
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void givenAToggle_whenShownInTheTab_thenItHasALabelAndAHelpText(String language) throws IOException {
        Properties texts = texts(language);

        for (Toggle toggle : Toggle.values()) {
            assertThat(texts.getProperty(TabFields.label(toggle)))
                    .as(toggle.key())
                    .isNotBlank();
            assertThat(texts.getProperty(TabFields.help(toggle)))
                    .as(toggle.key())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void givenANumber_whenReadingItsHelp_thenItNamesTheRangeAndTheDefault(String language) throws IOException {
        Properties texts = texts(language);

        for (Toggle toggle : Toggle.values()) {
            if (toggle.kind() instanceof WholeNumber number) {
                assertThat(texts.getProperty(TabFields.help(toggle)))
                        .contains(String.valueOf(number.min()), String.valueOf(number.max()), number.absent());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Default: %s, on, off, 'Empty, the default,'", "de, Standard: %s, an, aus, 'Leer, der Standard,'"})
    void givenAToggle_whenReadingItsHelp_thenItNamesTheDefault(
            String language, String words, String on, String off, String empty) throws IOException {
        Properties texts = texts(language);

        for (Toggle toggle : Toggle.values()) {
            String value = toggle.kind().absent();
            String shown = toggle.kind() instanceof ToggleKind.Flag ? (value.equals("true") ? on : off) : value;
            assertThat(texts.getProperty(TabFields.help(toggle)))
                    .contains(value.isEmpty() ? empty : words.formatted(shown));
        }
    }

    @Test
    void givenAnyText_whenLookingForItsTranslation_thenThereIsOne() throws IOException {
        assertThat(texts("de").keySet()).isEqualTo(texts("en").keySet());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        String file = "/theme-resources/messages/messages_" + language + ".properties";
        try (Reader reader = new InputStreamReader(MessagesTest.class.getResourceAsStream(file), UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
