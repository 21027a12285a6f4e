/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.List;
import java.util.stream.Collectors;

/** The lines of Keycloak that all tests run on. Nothing is decided by them: that is done by what a server has. */
final class TestedKeycloaks {

    private static final List<String> LINES = List.of("26.4", "26.5", "26.6", "26.7");

    private TestedKeycloaks() {}

    /** Whether the version, such as 26.7.0, belongs to one of the lines. */
    static boolean contain(String version) {
        return LINES.stream().anyMatch(line -> version.equals(line) || version.startsWith(line + '.'));
    }

    static String names() {
        return LINES.stream().collect(Collectors.joining(", "));
    }
}
