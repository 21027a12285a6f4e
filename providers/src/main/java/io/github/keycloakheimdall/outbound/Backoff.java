/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a message that was not taken is sent again. */
public final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** How many times a message is sent at most. */
    public static final int ATTEMPTS = WAITS.size() + 1;

    private static final double SPREAD = 0.2;

    private Backoff() {}

    /**
     * How long to wait, give or take a fifth, so that what failed together does not come together again. As long as the
     * receiver asked for if that is longer, but no longer than the longest.
     *
     * @param made how many attempts there were
     * @return milliseconds; empty when there is no further attempt
     */
    public static Optional<Long> after(int made, Answer answer) {
        if (made >= ATTEMPTS) {
            return Optional.empty();
        }
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-SPREAD, SPREAD);
        long wait = (long) (WAITS.get(made - 1).toMillis() * factor);
        long asked = Duration.ofSeconds(answer.retryAfter().orElse(0)).toMillis();
        return Optional.of(Math.max(wait, Math.min(asked, Duration.ofHours(24).toMillis())));
    }

    /** The same for what is sent until it is taken: the last wait again and again. */
    public static long forever(int made, Answer answer) {
        return after(Math.min(made, WAITS.size()), answer).orElseThrow();
    }
}
