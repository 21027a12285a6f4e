/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a refused signin takes must not tell whether there is such a user. {@code mvn verify -Ptiming} runs it. */
@Tag("timing")
class SigninTimingIT {

    private static final int WARM_UP = 40;
    private static final int PAIRS = Integer.getInteger("heimdall.timing.pairs", 200);
    private static final int GUESSES_A_USER = 20;
    private static final double BOUND = 1.15;

    /** The limits are out of the way, so that each guess is checked. */
    @RegisterExtension
    static final App app = App.fresh()
            .withKeycloaksHash()
            .with("heimdall.max_failed_login_attempts", "100")
            .withRealm("bruteForceProtected", false);

    @Test
    void givenAKnownAndAnUnknownUser_whenTheirSigninsAreRefusedInTurns_thenTheMedianTimesAreAlike() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        String user = null;
        for (int i = -WARM_UP; i < PAIRS; i++) {
            if (i % GUESSES_A_USER == 0) {
                TestUser next = TestUser.ada();
                app.api().signup(next).statusCode(200);
                user = next.username();
            }
            long first = nanos(user);
            long second = nanos(TestUser.ada().username());
            if (i >= 0) {
                known.add(first);
                unknown.add(second);
            }
        }
        double ratio = (double) median(known) / median(unknown);

        System.out.printf("Signin refused: known / unknown user %.3f over %d pairs%n", ratio, PAIRS);
        assertThat(ratio).isBetween(1 / BOUND, BOUND);
    }

    private static long nanos(String identifier) {
        long start = System.nanoTime();
        app.api().signin(identifier, "not the password").statusCode(401);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
