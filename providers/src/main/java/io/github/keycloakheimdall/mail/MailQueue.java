/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The node's threads that talk to mail servers, so that no request waits for one. */
final class MailQueue {

    private static final int THREADS = 128;
    private static final int IDLE_SECONDS = 30;

    // The lanes never ask for more threads than there are; one that just ended its mail may not be back yet.
    private static final MailLanes LANES = new MailLanes(
            new ThreadPoolExecutor(
                    0, 2 * THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), MailQueue::thread),
            THREADS);

    private MailQueue() {}

    /** Whether there is room for one more mail of the realm. */
    static boolean hasRoom(String realmId) {
        return LANES.hasRoom(realmId);
    }

    /**
     * @param server whom the mail is handed to
     * @throws RejectedExecutionException when too many of the realm are waiting
     */
    static void add(String realmId, String server, Runnable sending) {
        LANES.add(realmId, server, sending);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "heimdall-mail");
        thread.setDaemon(true);
        return thread;
    }
}
