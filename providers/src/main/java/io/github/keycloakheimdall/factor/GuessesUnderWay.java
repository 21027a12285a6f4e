/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The codes of one user that are being looked at, on all nodes. Each counts as a failure until it is known to be none,
 * or a burst of guesses would have been looked at before the first of them was counted.
 */
final class GuessesUnderWay {

    private static final int PLACES = 5;

    /** Longer than a look at a code takes; a node that dies meanwhile leaves its place taken for so long. */
    private static final int LIFESPAN_SECONDS = 60;

    private final KeycloakSession session;
    private final LoginFailures failures;
    private final UserModel user;

    GuessesUnderWay(KeycloakSession session, LoginFailures failures, UserModel user) {
        this.session = session;
        this.failures = failures;
        this.user = user;
    }

    /**
     * Takes a place, to be given back by {@link #end} after a failure was counted.
     *
     * @return the place, or 0 when the user is locked, or would be if all that is under way were wrong
     */
    int begin() {
        int place = IntStream.rangeClosed(1, PLACES)
                .filter(each -> session.singleUseObjects().putIfAbsent(key(each), LIFESPAN_SECONDS))
                .findFirst()
                .orElse(0);
        if (place == 0) {
            return 0;
        }
        // In this order: what ends in between was counted before it gave its place back.
        int underWay = (int) IntStream.rangeClosed(1, PLACES)
                .filter(each -> each == place || session.singleUseObjects().contains(key(each)))
                .count();
        if (failures.locked(user) || underWay > failures.left(user)) {
            end(place);
            return 0;
        }
        return place;
    }

    void end(int place) {
        session.singleUseObjects().remove(key(place));
    }

    private String key(int place) {
        return "heimdall.guess:" + user.getId() + ':' + place;
    }
}
