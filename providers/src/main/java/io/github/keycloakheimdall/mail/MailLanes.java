/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Has mails sent, each mail server of each realm in a lane of its own: a server that takes its time, or never ends,
 * holds up its own lane. A realm whose server was changed has another lane for the new one. Bounded everywhere. Thread
 * safe.
 */
final class MailLanes {

    /** Mails that are on their way to one server of one realm at once. */
    static final int OF_LANE = 2;

    /** The same for all servers of one realm, so that changing them does not take all threads. */
    static final int OF_REALM = 4;

    /** Mails of one realm that wait. */
    static final int WAITING = 200;

    private final Executor threads;
    private final int most;
    private final Map<Lane, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private final Map<Lane, Integer> running = new HashMap<>();

    private record Lane(String realmId, String server) {}

    /**
     * @param threads runs what it is given at once, on another thread
     * @param most mails that are on their way at once
     */
    MailLanes(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Whether there is room for one more mail of the realm. */
    synchronized boolean hasRoom(String realmId) {
        return waiting.entrySet().stream()
                        .filter(lane -> lane.getKey().realmId().equals(realmId))
                        .mapToInt(lane -> lane.getValue().size())
                        .sum()
                < WAITING;
    }

    /** @throws RejectedExecutionException when too many of the realm are waiting */
    synchronized void add(String realmId, String server, Runnable sending) {
        if (!hasRoom(realmId)) {
            throw new RejectedExecutionException("Too many mails of realm " + realmId + " are waiting");
        }
        waiting.computeIfAbsent(new Lane(realmId, server), lane -> new ArrayDeque<>())
                .add(sending);
        startWaiting();
    }

    /** One mail a lane, so that the lanes take turns where threads are scarce. */
    private void startWaiting() {
        for (Map.Entry<Lane, Queue<Runnable>> each : List.copyOf(waiting.entrySet())) {
            Lane lane = each.getKey();
            Queue<Runnable> mails = each.getValue();
            if (!isFree(lane)) {
                continue;
            }
            waiting.remove(lane);
            Runnable sending = mails.remove();
            if (!mails.isEmpty()) {
                waiting.put(lane, mails);
            }
            running.merge(lane, 1, Integer::sum);
            threads.execute(() -> send(lane, sending));
        }
    }

    private void send(Lane lane, Runnable sending) {
        try {
            sending.run();
        } finally {
            ended(lane);
        }
    }

    private synchronized void ended(Lane lane) {
        running.computeIfPresent(lane, (key, count) -> count == 1 ? null : count - 1);
        startWaiting();
    }

    private boolean isFree(Lane lane) {
        int all = 0;
        int ofRealm = 0;
        for (Map.Entry<Lane, Integer> busy : running.entrySet()) {
            all += busy.getValue();
            ofRealm += busy.getKey().realmId().equals(lane.realmId()) ? busy.getValue() : 0;
        }
        return all < most && ofRealm < OF_REALM && running.getOrDefault(lane, 0) < OF_LANE;
    }
}
