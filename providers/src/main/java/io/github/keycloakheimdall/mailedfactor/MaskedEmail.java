/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mailedfactor;

/** An address, as far as someone may see it who has proved the password alone: {@code a***a@e***e.com}. */
public final class MaskedEmail {

    private static final String STARS = "***";

    private MaskedEmail() {}

    public static String of(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        int dot = domain.lastIndexOf('.');
        String name = dot < 0 ? domain : domain.substring(0, dot);
        return mask(address.substring(0, Math.max(at, 0))) + '@' + mask(name) + domain.substring(name.length());
    }

    /** The first and the last letter; of fewer than three no last one. */
    private static String mask(String text) {
        int[] letters = text.codePoints().toArray();
        if (letters.length == 0) {
            return STARS;
        }
        String first = Character.toString(letters[0]) + STARS;
        return letters.length < 3 ? first : first + Character.toString(letters[letters.length - 1]);
    }
}
