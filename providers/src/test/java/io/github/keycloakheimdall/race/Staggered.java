/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.race;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets requests set off one after the other, and something else in their midst. */
public final class Staggered {

    /** How many requests there are. */
    public static final int REQUESTS = 8;

    private static final int APART_MILLIS = 25;

    private Staggered() {}

    /**
     * Runs them all to their end.
     *
     * @param request is given its number, from 0; each on a thread of its own
     * @param other sets off between the requests
     * @return what the requests gave back, in the order of their numbers
     */
    public static <T> List<T> run(IntFunction<T> request, Runnable other) {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(REQUESTS + 1);
        try {
            List<? extends Future<T>> requests = IntStream.range(0, REQUESTS)
                    .mapToObj(
                            i -> pool.schedule(() -> request.apply(i), (long) i * APART_MILLIS, TimeUnit.MILLISECONDS))
                    .toList();
            Future<?> done = pool.schedule(other, REQUESTS / 2 * APART_MILLIS - 1L, TimeUnit.MILLISECONDS);
            AtOnce.get(done);
            return requests.stream().map(AtOnce::<T>get).toList();
        } finally {
            pool.shutdownNow();
        }
    }
}
