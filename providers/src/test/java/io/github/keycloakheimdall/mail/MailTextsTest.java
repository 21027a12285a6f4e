/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the mails, in each language that the theme names. */
class MailTextsTest {

    private static final String THEME = "/theme/heimdall/email/";
    private static final Path LISTED = Path.of("../themes/heimdall/admin/src/pages/mail/mails.ts");
    private static final Pattern TEMPLATE = Pattern.compile("'(heimdall-[\\w-]+)':");
    private static final Pattern MESSAGE = Pattern.compile("msg\\(\"(\\w+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern LONELY_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    static Collection<String> languages() throws IOException {
        Properties theme = new Properties();
        theme.load(MailTextsTest.class.getResourceAsStream(THEME + "theme.properties"));
        return Arrays.asList(theme.getProperty("locales").split(","));
    }

    @Test
    void givenTheTheme_whenAskingForItsLanguages_thenTheSix() throws IOException {
        assertThat(languages()).containsExactlyInAnyOrder("en", "de", "fr", "es", "pt", "ja");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void givenALanguage_whenReadingItsTexts_thenEachThatTheMailsShow(String language) throws IOException {
        Properties texts = texts(language);

        assertThat(texts.stringPropertyNames()).isEqualTo(shown());
        assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void givenALanguage_whenReadingItsTexts_thenTheyNameWhatTheEnglishOnesDo(String language) throws IOException {
        Properties texts = texts(language);
        Properties english = texts("en");

        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(texts.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void givenALanguage_whenFillingItsTexts_thenNoApostropheIsLostAndNoBraceIsLeft(String language) throws IOException {
        Properties texts = texts(language);

        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            Object first = key.endsWith("Expiry") ? 1 : "Acme";
            assertThat(LONELY_APOSTROPHE.matcher(text).find()).as(text).isFalse();
            assertThat(new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {first, "Acme"}))
                    .as(text)
                    .doesNotContain("{", "}", "''", "|");
        }
    }

    @Test
    void givenThePagesOfTheConsole_whenAskingWhichMailsTheyList_thenAll() throws IOException {
        assertThat(TEMPLATE.matcher(Files.readString(LISTED)).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MailKind.values())
                        .map(MailKind::templateName)
                        .toList());
    }

    private static Set<String> shown() throws IOException {
        Set<String> keys = new HashSet<>();
        Arrays.stream(SecurityChange.values()).map(SecurityChange::messageKey).forEach(keys::add);
        for (MailKind kind : MailKind.values()) {
            keys.add(kind.subjectKey());
            for (String folder : List.of("html/", "text/")) {
                keys.addAll(MESSAGE.matcher(read(folder + kind.template()))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
            }
        }
        return keys;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = open("messages/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, UTF_8));
        }
        return texts;
    }

    private static String read(String path) throws IOException {
        try (InputStream file = open(path)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static InputStream open(String path) {
        return MailTextsTest.class.getResourceAsStream(THEME + path);
    }
}
