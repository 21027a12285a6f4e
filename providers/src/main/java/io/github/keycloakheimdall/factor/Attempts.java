/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;

/**
 * Lets five tries at something through. A try takes its place before its code is looked at, and a place is given once
 * across all nodes, so a burst of guesses gets no more than five.
 */
public final class Attempts {

    /** The tries there are. */
    public static final int MAX = 5;

    private final KeycloakSession session;
    private final String key;
    private final int lifespan;
    private final int max;

    /**
     * @param key what is tried
     * @param lifespan seconds until a place is free again
     */
    public Attempts(KeycloakSession session, String key, int lifespan) {
        this(session, key, lifespan, MAX);
    }

    /** @param max as many places, in place of five */
    public Attempts(KeycloakSession session, String key, int lifespan, int max) {
        this.session = session;
        this.key = key;
        this.lifespan = lifespan;
        this.max = max;
    }

    /** Whether no place is left, asked without taking one. */
    public boolean spent() {
        return IntStream.rangeClosed(1, max)
                .allMatch(place -> session.singleUseObjects().contains(place(place)));
    }

    /** Takes the next place, 1 to 5; 0 when none is left. */
    public int take() {
        return IntStream.rangeClosed(1, max)
                .filter(place -> session.singleUseObjects().putIfAbsent(place(place), lifespan))
                .findFirst()
                .orElse(0);
    }

    /** Frees every place. */
    public void forget() {
        IntStream.rangeClosed(1, max)
                .forEach(place -> session.singleUseObjects().remove(place(place)));
    }

    private String place(int number) {
        return key + ":try:" + number;
    }
}
