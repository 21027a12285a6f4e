/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that talk to mail servers, so that no request waits for one. Bounded: a dead server fills nothing up. */
final class MailQueue {

    private static final int THREADS = 4;
    private static final int WAITING = 1000;
    private static final int IDLE_SECONDS = 30;

    private static final ThreadPoolExecutor EXECUTOR = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), MailQueue::thread);

    static {
        EXECUTOR.allowCoreThreadTimeOut(true);
    }

    private MailQueue() {}

    /** Whether there is room for one more. */
    static boolean hasRoom() {
        return EXECUTOR.getQueue().remainingCapacity() > 0;
    }

    /** @throws RejectedExecutionException when too many are waiting */
    static void add(Runnable sending) {
        EXECUTOR.execute(sending);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "heimdall-mail");
        thread.setDaemon(true);
        return thread;
    }
}
