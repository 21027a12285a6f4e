/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.keycloak.common.Version;

/** A version of Keycloak's, such as 26.7.0, as far as the line that its patches belong to. */
public record KeycloakVersion(int major, int minor) implements Comparable<KeycloakVersion> {

    private static final KeycloakVersion OLDEST = new KeycloakVersion(26, 7);
    private static final Pattern LINE = Pattern.compile("^(\\d+)\\.(\\d+)\\b");

    /** @throws IllegalArgumentException if the text does not begin with two numbers */
    static KeycloakVersion of(String text) {
        MatchResult line = LINE.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a version of Keycloak's: " + text));
        return new KeycloakVersion(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)));
    }

    /**
     * Keeps the JAR from an older Keycloak, where it would seem to work and fail at the first wrong password.
     *
     * @throws IllegalStateException if the running Keycloak is too old
     */
    public static void requireSupported() {
        requireSupported(Version.VERSION);
    }

    static void requireSupported(String running) {
        if (of(running).compareTo(OLDEST) < 0) {
            throw new IllegalStateException("keycloak-heimdall needs Keycloak " + OLDEST + " or later, and this is "
                    + running + ". Take its JAR out of providers/, or upgrade Keycloak.");
        }
    }

    @Override
    public int compareTo(KeycloakVersion other) {
        return Comparator.comparingInt(KeycloakVersion::major)
                .thenComparingInt(KeycloakVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
