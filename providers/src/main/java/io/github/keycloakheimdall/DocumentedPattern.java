/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** A regular expression as OpenAPI means one: there it may match a part of the text, with us it has to match all. */
final class DocumentedPattern {

    private static final Pattern WORDS = Pattern.compile("[\\w -]+(?:\\|[\\w -]+)*");

    private DocumentedPattern() {}

    /** Words to choose from become an {@code enum}, which generated clients make a type of. */
    static void describe(Schema schema, String regexp) {
        if (WORDS.matcher(regexp).matches()) {
            schema.setEnumeration(List.of((Object[]) regexp.split("\\|")));
        } else {
            schema.setPattern(isAnchored(regexp) ? regexp : "^(?:" + regexp + ")$");
        }
    }

    /** One with alternatives may have its anchors in different ones. */
    private static boolean isAnchored(String regexp) {
        return regexp.startsWith("^") && regexp.endsWith("$") && !regexp.endsWith("\\$") && !regexp.contains("|");
    }
}
