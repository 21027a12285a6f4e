/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Has something looked for every few seconds, such as what a node that is gone left. Keycloak's timer has one thread
 * for everybody, so it only asks a thread of ours to look. One look at a time.
 */
public final class Looks {

    private static final Logger LOG = Logger.getLogger(Looks.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final String name;
    private final Runnable look;
    private final ThreadPoolExecutor thread;

    private Looks(String name, Runnable look) {
        this.name = name;
        this.look = look;
        this.thread = new ThreadPoolExecutor(
                0,
                1,
                2 * AGAIN.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(1),
                this::thread,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Starts with the server; to be called once, when it starts. */
    public static void every(KeycloakSessionFactory factory, String name, Runnable look) {
        Looks looks = new Looks(name, look);
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                OwnTransaction.run(factory, own -> own.getProvider(TimerProvider.class)
                        .schedule(() -> looks.thread.execute(looks::look), AGAIN.toMillis(), name));
            }
        });
    }

    private Thread thread(Runnable work) {
        Thread made = new Thread(work, name + "-look");
        made.setDaemon(true);
        return made;
    }

    private void look() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s could not look for what waits; it is tried again", name);
        }
    }
}
