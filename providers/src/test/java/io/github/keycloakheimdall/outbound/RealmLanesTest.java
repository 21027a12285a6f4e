/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealmLanesTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final RealmLanes lanes = new RealmLanes(threads, 4, 2, this::next);

    @AfterEach
    void end() {
        open.countDown();
        threads.shutdownNow();
    }

    @Test
    void givenAReceiverThatHangs_thenAnothersIsServedAndItHasNoMoreThanItsLanes() {
        add("slow", 10);
        lanes.wake("slow");
        await().until(() -> inside.get() == 2);
        add("quick", 50);
        lanes.wake("quick");

        await().untilAsserted(() -> assertThat(done("quick")).isEqualTo(50));
        assertThat(inside.get()).isEqualTo(2);
        open.countDown();
        await().untilAsserted(() -> assertThat(done("slow")).isEqualTo(10));
    }

    @Test
    void givenAFault_thenTheNextWakeWorksAgain() {
        lanes.wake("broken");
        add("broken", 1);
        await().untilAsserted(() -> {
            lanes.wake("broken");
            assertThat(done("broken")).isEqualTo(1);
        });
    }

    private void add(String realm, int count) {
        waiting.put(realm, new AtomicInteger(count));
    }

    private int done(String realm) {
        return done.computeIfAbsent(realm, key -> new AtomicInteger()).get();
    }

    private boolean next(String realm, Runnable taken) {
        AtomicInteger left = waiting.get(realm);
        if (left == null) {
            throw new IllegalStateException("nothing is known of " + realm);
        }
        if (left.getAndUpdate(count -> Math.max(0, count - 1)) == 0) {
            return false;
        }
        taken.run();
        if (realm.equals("slow")) {
            inside.incrementAndGet();
            hold();
            inside.decrementAndGet();
        }
        done.computeIfAbsent(realm, key -> new AtomicInteger()).incrementAndGet();
        return true;
    }

    private void hold() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
