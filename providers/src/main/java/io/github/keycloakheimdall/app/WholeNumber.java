/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.Optional;

/**
 * A whole number in a range, both ends included.
 *
 * @param strict what anything else is read as: the default, unless that is the lenient end
 * @param demand whether it is the least that is asked for; else it is the most that is allowed, and 0 is no limit
 */
public record WholeNumber(int byDefault, int min, int max, int strict, boolean demand) implements ToggleKind {

    WholeNumber(int byDefault, int min, int max) {
        this(byDefault, min, max, byDefault);
    }

    WholeNumber(int byDefault, int min, int max, int strict) {
        this(byDefault, min, max, strict, false);
    }

    static WholeNumber demand(int byDefault, int min, int max) {
        return new WholeNumber(byDefault, min, max, byDefault, true);
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

    @Override
    public boolean closes(String value) {
        int number = Integer.parseInt(value);
        return demand ? number > byDefault : most(number) < most(byDefault);
    }

    private static int most(int number) {
        return number == 0 ? Integer.MAX_VALUE : number;
    }
}
