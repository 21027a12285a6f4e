/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

/**
 * The line that the server belongs to which the run is of, for the few answers in which docs/compatibility.md has lines
 * differ.
 */
public final class KeycloakLine {

    private KeycloakLine() {}

    /** Whether the server is of an earlier line than 26 with that number behind it. */
    public static boolean isBefore26(int minor) {
        return isBefore26(TestSettings.keycloakVersion(), minor);
    }

    static boolean isBefore26(String version, int minor) {
        String[] parts = version.split("\\.");
        return parts[0].equals("26") && Integer.parseInt(parts[1]) < minor;
    }
}
