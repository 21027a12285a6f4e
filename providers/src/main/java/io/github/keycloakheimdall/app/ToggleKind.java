/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What values a toggle takes. Values are strings, because a realm's attributes are. */
public sealed interface ToggleKind
        permits ToggleKind.Flag, ToggleKind.Choice, ToggleKind.RoleName, WholeNumber, Items, Origin {

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

    /**
     * Whether a value, in its canonical form, keeps something closed that the default would open: what is left out of a
     * write of the realm must not open it.
     */
    boolean closes(String value);

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

        @Override
        public boolean closes(String value) {
            return strict != byDefault && value.equals(stricter());
        }
    }

    /**
     * One of a few words.
     *
     * @param options the most lenient first, if one is more so than another
     * @param anyCase whether they count in any case
     */
    record Choice(String absent, String stricter, List<String> options, boolean anyCase) implements ToggleKind {

        Choice(String absent, String stricter, List<String> options) {
            this(absent, stricter, options, true);
        }

        /** One whose words count only as they are written. */
        static Choice exact(String absent, String stricter, List<String> options) {
            return new Choice(absent, stricter, options, false);
        }

        @Override
        public Optional<String> parse(String value) {
            return options.stream()
                    .filter(option -> anyCase ? option.equalsIgnoreCase(value) : option.equals(value))
                    .findFirst();
        }

        @Override
        public boolean closes(String value) {
            return !stricter.equals(absent) && options.indexOf(value) > options.indexOf(absent);
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

        /** What a role may do, only its realm knows. */
        @Override
        public boolean closes(String value) {
            return false;
        }
    }
}
