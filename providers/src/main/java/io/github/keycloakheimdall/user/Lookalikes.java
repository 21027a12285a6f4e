/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Tells names that can be read as another's: invisible, reversed, of another width, of mixed alphabets. */
public final class Lookalikes {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final Set<UnicodeScript> LIKE_LATIN =
            EnumSet.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN, UnicodeScript.CHEROKEE);

    private Lookalikes() {}

    /** Whether an identifier is what it looks like: nothing in it is invisible, or a variant of another character. */
    public static boolean isPlain(String identifier) {
        return Normalizer.isNormalized(identifier, Normalizer.Form.NFKC)
                && identifier.codePoints().noneMatch(Lookalikes::isHidden)
                && !mixesAlphabets(identifier);
    }

    /**
     * Whether a display name shows as it is written. Spaces, accents and every script may be in it, and the joiners
     * that Persian and emoji are written with; control characters and what turns the direction of text may not.
     */
    public static boolean isReadable(String name) {
        IntPredicate hidden = point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> point != ZERO_WIDTH_NON_JOINER && point != ZERO_WIDTH_JOINER;
            default -> false;
        };
        return name.codePoints().noneMatch(hidden);
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isIgnorable(point);
        };
    }

    /** Marks and letters that Unicode has shown as nothing: joiners, fillers, variation selectors. */
    private static boolean isIgnorable(int point) {
        return point == 0x034F
                || within(point, 0x115F, 0x1160)
                || within(point, 0x17B4, 0x17B5)
                || within(point, 0x180B, 0x180F)
                || within(point, 0xFE00, 0xFE0F)
                || within(point, 0xE0000, 0xE0FFF);
    }

    private static boolean within(int point, int first, int last) {
        return first <= point && point <= last;
    }

    private static boolean mixesAlphabets(String identifier) {
        Set<UnicodeScript> scripts =
                identifier.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
        return scripts.contains(UnicodeScript.LATIN) && scripts.stream().anyMatch(LIKE_LATIN::contains);
    }
}
