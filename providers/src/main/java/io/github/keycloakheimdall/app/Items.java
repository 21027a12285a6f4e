/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What alone is allowed: any number of items, separated by commas. An admin is told about those that do not look like
 * one.
 */
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
        return value.length() <= MAX_LENGTH && rejected(value).isEmpty();
    }

    /** The items that do not look like one. */
    List<String> rejected(String value) {
        return split(value)
                .filter(each -> each.length() > MAX_ITEM || !item.matcher(each).matches())
                .toList();
    }

    @Override
    public boolean closes(String value) {
        return !value.isEmpty();
    }

    private static Stream<String> split(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(each -> !each.isEmpty());
    }
}
