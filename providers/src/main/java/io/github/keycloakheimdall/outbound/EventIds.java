/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.common.util.SecretGenerator;

/** Makes ids that sort by when they were made, on one node strictly. Thread safe. */
public final class EventIds {

    private static final int SHIFT = 16;
    private static final int RANDOM_BYTES = 8;
    private static final AtomicLong LAST = new AtomicLong();

    private EventIds() {}

    /** The next one, with that prefix. */
    public static String next(String prefix) {
        long now = Clock.millis() << SHIFT;
        long place = LAST.updateAndGet(last -> Math.max(now, last + 1));
        HexFormat hex = HexFormat.of();
        return prefix
                + hex.toHexDigits(place)
                + hex.formatHex(SecretGenerator.getInstance().randomBytes(RANDOM_BYTES));
    }
}
