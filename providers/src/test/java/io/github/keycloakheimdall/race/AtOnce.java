/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.race;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets several threads do one thing at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Runs the task once on each of so many threads, which set off together.
     *
     * @param task is given its number, from 0
     * @return what the tasks gave back, in the order of their numbers
     */
    public static <T> List<T> run(int threads, IntFunction<T> task) {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> results = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return task.apply(i);
                    }))
                    .toList();
            return results.stream().map(AtOnce::get).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    /** What it gives back; a failure of its is thrown. */
    static <T> T get(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
