/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import org.keycloak.Config;

/**
 * Whether messages may go to addresses that are not the Internet's, and over plain HTTP: a setting of the server, for
 * closed networks and development, never of a realm. Thread safe.
 */
public final class PrivateTargets {

    private static volatile boolean allowed;

    private PrivateTargets() {}

    /** Reads the server's setting; to be called once, when the server starts. */
    public static void configure(Config.Scope config) {
        allowed = config.getBoolean("private-targets", false);
    }

    /** Whether they are allowed. */
    public static boolean allowed() {
        return allowed;
    }
}
