/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.load.BoundedHttp.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * New users who sign up and refresh twice, one after the other on each thread, until {@link #stop()}. What a 200
 * promised them is remembered. A thread whose connection fails goes on at the next node, as behind a load balancer.
 */
public final class Load {

    private static final int REFRESHES = 2;
    private static final int PAUSE_MILLIS = 50;

    private final BoundedHttp http = new BoundedHttp();
    private final Queue<TestUser> accounts = new ConcurrentLinkedQueue<>();
    private final Queue<String> usedTokens = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<IOException> lostConnections = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pool;
    private final List<? extends Future<?>> workers;

    private Load(int threads, List<URI> nodes) {
        pool = Executors.newScheduledThreadPool(threads);
        workers = IntStream.range(0, threads)
                .mapToObj(i -> new AtomicInteger(i))
                .map(turn ->
                        pool.scheduleWithFixedDelay(() -> oneUser(nodes, turn), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                .toList();
    }

    /**
     * Sets off.
     *
     * @param nodes the app's API, at each of the nodes
     */
    public static Load start(int threads, URI... nodes) {
        return new Load(threads, List.of(nodes));
    }

    /** How many users were promised an account so far. */
    public int accounts() {
        return accounts.size();
    }

    /** Every answer that was not 200. */
    public List<Answer> refusals() {
        return List.copyOf(refusals);
    }

    /** The calls that got no answer. */
    public List<IOException> lostConnections() {
        return List.copyOf(lostConnections);
    }

    /** Lets the users who are at it come to their end. Rethrows what went wrong in the load itself. */
    public void stop() throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        for (Future<?> worker : workers) {
            try {
                if (!worker.isCancelled()) {
                    worker.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Holds the server to its promises: a token that was used is dead, and each account is there. */
    public void assertKeptBy(HeimdallApi api) {
        usedTokens.forEach(token -> api.refresh(token).statusCode(401));
        accounts.forEach(user -> api.signin(user).statusCode(200));
    }

    private void oneUser(List<URI> nodes, AtomicInteger turn) {
        URI node = nodes.get(turn.get() % nodes.size());
        TestUser user = TestUser.named("load");
        String lastUsed = null;
        try {
            Answer signup = post(node, "/auth/signup", user.signup());
            if (signup.status() != 200) {
                return;
            }
            accounts.add(user);
            String token = signup.json().get("refresh_token");
            for (int i = 0; i < REFRESHES; i++) {
                Answer refresh = post(node, "/auth/refresh", Map.of("refresh_token", token));
                if (refresh.status() != 200) {
                    return;
                }
                lastUsed = token;
                token = refresh.json().get("refresh_token");
            }
        } catch (IOException e) {
            lostConnections.add(e);
            turn.incrementAndGet();
        } finally {
            if (lastUsed != null) {
                usedTokens.add(lastUsed);
            }
        }
    }

    private Answer post(URI node, String path, Object body) throws IOException {
        Answer answer = http.send("POST", URI.create(node + path), null, body);
        if (answer.status() != 200) {
            refusals.add(answer);
        }
        return answer;
    }
}
