/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.Optional;
import java.util.regex.Pattern;

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

    @Override
    public boolean closes(String value) {
        return false;
    }
}
