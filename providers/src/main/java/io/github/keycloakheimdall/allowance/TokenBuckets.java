/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.allowance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Counts what each key does on this node: so much at once, and so much again over a period. Bounded, so that keys which
 * someone makes up cannot fill the memory: the least used give way, and count from nothing then. Thread safe.
 *
 * @param <K> whose allowance it is
 */
public final class TokenBuckets<K> {

    private final Cache<K, Bucket> buckets;
    private final long periodNanos;
    private final LongSupplier nanos;

    /**
     * @param period how long an allowance that is used up takes to fill again
     * @param keys how many are remembered at most
     */
    public TokenBuckets(Duration period, int keys) {
        this(period, keys, System::nanoTime);
    }

    TokenBuckets(Duration period, int keys, LongSupplier nanos) {
        this.periodNanos = period.toNanos();
        this.nanos = nanos;
        // A bucket that was left alone for a period is full, as one that is made anew.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(keys)
                .expireAfterAccess(period)
                .ticker(nanos::getAsLong)
                .build();
    }

    /**
     * Takes one.
     *
     * @param most the key's allowance, at least 1
     * @return 0 when it was taken, else the seconds until there is one, at least 1; none is taken then
     */
    public long take(K key, int most) {
        return buckets.get(key, unknown -> new Bucket(most, nanos.getAsLong())).take(most);
    }

    /** Whether none is left to take. Takes none. */
    public boolean isEmpty(K key, int most) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket != null && bucket.isEmpty(most);
    }

    /** How many keys are remembered. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private final class Bucket {

        private double left;
        private long asOf;

        Bucket(int most, long now) {
            left = most;
            asOf = now;
        }

        synchronized boolean isEmpty(int most) {
            fill(most);
            return left < 1;
        }

        synchronized long take(int most) {
            double perNano = fill(most);
            if (left >= 1) {
                left--;
                return 0;
            }
            return Math.max(1, (long)
                    Math.ceil((1 - left) / perNano / Duration.ofSeconds(1).toNanos()));
        }

        /** Returns how many come back each nanosecond. */
        private double fill(int most) {
            long now = nanos.getAsLong();
            double perNano = (double) most / periodNanos;
            left = Math.min(most, left + Math.max(0, now - asOf) * perNano);
            asOf = now;
            return perNano;
        }
    }
}
