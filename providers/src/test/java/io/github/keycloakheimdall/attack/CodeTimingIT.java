/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a reset code takes must not tell whether there is such an account. {@code mvn verify -Ptiming} runs it. */
@Tag("timing")
class CodeTimingIT {

    private static final int WARM_UP = 40;
    private static final int PAIRS = Integer.getInteger("heimdall.timing.pairs", 200);
    private static final int CODES_A_USER = 5;
    private static final double BOUND = 1.15;

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    private static Backend backend;

    @BeforeAll
    static void makeKey() {
        backend = Backend.forCodes(app);
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenRequestingResetsInTurns_thenTheMedianTimesAreAlike() {
        compare("Reset requested", email -> backend.requestPasswordReset(Map.of("email", email)));
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenMailingResetsInTurns_thenTheMedianTimesAreAlike() {
        compare("Reset mailed", email -> backend.sendPasswordResetEmail(email));
    }

    private static void compare(String what, Function<String, ValidatableResponse> call) {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        String email = null;
        for (int i = -WARM_UP; i < PAIRS; i++) {
            if (i % CODES_A_USER == 0) {
                TestUser next = TestUser.ada();
                app.api().signup(next).statusCode(200);
                email = next.email();
                backend.verify(Map.of("email", email));
            }
            long first = nanos(call, email);
            long second = nanos(call, TestUser.ada().email());
            if (i >= 0) {
                known.add(first);
                unknown.add(second);
            }
        }
        long there = median(known);
        long nobody = median(unknown);
        double ratio = (double) there / nobody;

        System.out.printf(
                "%s: known %.2f ms, unknown %.2f ms, ratio %.3f over %d pairs%n",
                what, there / 1e6, nobody / 1e6, ratio, PAIRS);
        assertThat(ratio).isBetween(1 / BOUND, BOUND);
    }

    private static long nanos(Function<String, ValidatableResponse> call, String email) {
        long start = System.nanoTime();
        call.apply(email).statusCode(201);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
