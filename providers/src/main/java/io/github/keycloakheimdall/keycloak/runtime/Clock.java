/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import org.keycloak.common.util.Time;

/** The server's time; Keycloak's own clock, which its tests and its offset setting move. */
public final class Clock {

    private static final int MILLIS = 1000;

    private Clock() {}

    /** Milliseconds since the epoch. */
    public static long millis() {
        return Time.currentTimeMillis();
    }

    /** Seconds since the epoch, in the width that Keycloak's session model has. */
    public static int seconds() {
        return Math.toIntExact(Time.currentTimeMillis() / MILLIS);
    }
}
