/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What values a toggle takes. Values are strings, because a realm's attributes are. */
public sealed interface ToggleKind {

    /** The value, in its canonical form, of a toggle that is not set. */
    String absent();

    /** What a value that does not parse is read as, so that a typing slip never opens a door. */
    String stricter();

    /** The value in its canonical form; empty if it does not parse. */
    Optional<String> parse(String value);

    /** Whether an admin who types the value should get it; {@link #parse} is the more lenient of the two. */
    default boolean accepts(String value) {
        return parse(value).isPresent();
    }

    /** On or off. */
    record Flag(boolean byDefault, boolean strict) implements ToggleKind {
        @Override
        public String absent() {
            return String.valueOf(byDefault);
        }

        @Override
        public String stricter() {
            return String.valueOf(strict);
        }

        @Override
        public Optional<String> parse(String value) {
            return Optional.of(value.toLowerCase(Locale.ROOT)).filter(List.of("true", "false")::contains);
        }
    }

    /**
     * A whole number in a range, both ends included.
     *
     * @param strict what anything else is read as: the default, unless that is the lenient end
     */
    record Number(int byDefault, int min, int max, int strict) implements ToggleKind {

        Number(int byDefault, int min, int max) {
            this(byDefault, min, max, byDefault);
        }

        @Override
        public String absent() {
            return String.valueOf(byDefault);
        }

        @Override
        public String stricter() {
            return String.valueOf(strict);
        }

        @Override
        public Optional<String> parse(String value) {
            try {
                int number = Integer.parseInt(value);
                return number < min || number > max ? Optional.empty() : Optional.of(String.valueOf(number));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }
    }

    /** One of a few words, in any case. */
    record Choice(String absent, String stricter, List<String> options) implements ToggleKind {
        @Override
        public Optional<String> parse(String value) {
            return options.stream()
                    .filter(option -> option.equalsIgnoreCase(value))
                    .findFirst();
        }
    }

    /** The name of a role. */
    record RoleName(String absent) implements ToggleKind {
        @Override
        public String stricter() {
            return absent;
        }

        @Override
        public Optional<String> parse(String value) {
            return Optional.of(value);
        }
    }

    /** An origin of a web page, {@code https} unless it is the developer's own machine. */
    record Origin() implements ToggleKind {

        private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        private static final String PORT =
                "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";
        private static final Pattern FORM = Pattern.compile("(?=.{1,255}$)(https://" + LABEL + "(\\." + LABEL
                + ")*|https?://(localhost|127\\.0\\.0\\.1))(:" + PORT + ")?");

        @Override
        public String absent() {
            return "";
        }

        @Override
        public String stricter() {
            return "";
        }

        @Override
        public Optional<String> parse(String value) {
            return Optional.of(value).filter(each -> FORM.matcher(each).matches());
        }
    }

    /** Any number of items, separated by commas; an admin is told about those that do not look like one. */
    record Items(Pattern item) implements ToggleKind {

        private static final int MAX_LENGTH = 4000;
        private static final int MAX_ITEM = 255;

        @Override
        public String absent() {
            return "";
        }

        @Override
        public String stricter() {
            return "";
        }

        @Override
        public Optional<String> parse(String value) {
            return Optional.of(split(value).collect(Collectors.joining(",")));
        }

        @Override
        public boolean accepts(String value) {
            return value.length() <= MAX_LENGTH
                    && split(value)
                            .allMatch(each -> each.length() <= MAX_ITEM
                                    && item.matcher(each).matches());
        }

        private static Stream<String> split(String value) {
            return Arrays.stream(value.split(",")).map(String::strip).filter(each -> !each.isEmpty());
        }
    }
}
