/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a code takes must not tell whether there is such an account. {@code mvn verify -Ptiming} runs it. */
@Tag("timing")
class CodeTimingIT {

    private static final int WARM_UP = 60;
    private static final int FEWEST_PAIRS = 300;
    private static final int MOST_PAIRS = Integer.getInteger("heimdall.timing.pairs", 3000);
    private static final int BETWEEN_LOOKS = 100;
    private static final int CODES_A_USER = 5;

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.notifications_enabled", "true")
            .withRealm("smtpServer", MailServer.smtp())
            .withKeycloaksHash();

    private static Backend backend;

    /** The same in each run: it says only which of a pair goes first, so that neither gains by its place. */
    private final Random order = new Random(1);

    @BeforeAll
    static void makeKey() {
        backend = Backend.forCodes(app);
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenRequestingVerificationsInTurns_thenTheirTimesAreAlike() {
        compare(
                "Verification requested",
                CodeTimingIT::unverified,
                email -> backend.requestVerification(Map.of("email", email)));
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenMailingVerificationsInTurns_thenTheirTimesAreAlike() {
        compare("Verification mailed", CodeTimingIT::unverified, email -> backend.sendVerificationEmail(email));
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenRequestingResetsInTurns_thenTheirTimesAreAlike() {
        compare(
                "Reset requested",
                CodeTimingIT::verified,
                email -> backend.requestPasswordReset(Map.of("email", email)));
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenMailingResetsInTurns_thenTheirTimesAreAlike() {
        compare("Reset mailed", CodeTimingIT::verified, email -> backend.sendPasswordResetEmail(email));
    }

    /** On a machine that does much else it takes more pairs to see as well, so they are measured until it is clear. */
    private void compare(
            String what, Function<TestUser, String> settle, Function<String, ValidatableResponse> request) {
        Pairs measured = new Pairs(new ArrayList<>());
        String email = null;
        for (int i = -WARM_UP; i < MOST_PAIRS && !measured.clear(); i++) {
            if (i % CODES_A_USER == 0) {
                email = settle.apply(TestUser.ada());
            }
            Pair pair = measure(request, email, TestUser.ada().email());
            if (i >= 0) {
                measured.all().add(pair);
            }
        }

        System.out.println(what + ": " + measured);
        assertThat(measured.alike()).as("%s: %s", what, measured).isTrue();
    }

    private Pair measure(Function<String, ValidatableResponse> request, String known, String unknown) {
        if (order.nextBoolean()) {
            long there = nanos(request, known);
            return new Pair(there, nanos(request, unknown));
        }
        long nobody = nanos(request, unknown);
        return new Pair(nanos(request, known), nobody);
    }

    private static long nanos(Function<String, ValidatableResponse> request, String email) {
        long start = System.nanoTime();
        request.apply(email).statusCode(201);
        return System.nanoTime() - start;
    }

    private static String unverified(TestUser user) {
        app.api().signup(user).statusCode(200);
        return user.email();
    }

    private static String verified(TestUser user) {
        String email = unverified(user);
        backend.verify(Map.of("email", email));
        return email;
    }

    private record Pair(long known, long unknown) {
        long difference() {
            return known - unknown;
        }
    }

    /** What a row of pairs says about the difference between the two of each. */
    private record Pairs(List<Pair> all) {

        private static final double LARGEST_DIFFERENCE = 0.1;

        /**
         * How many standard deviations of a coin that is thrown n times make 99 %, because it is looked at repeatedly.
         */
        private static final double SURE = 2.58;

        /** Whether there is no need to measure on. */
        boolean clear() {
            return all.size() >= FEWEST_PAIRS && all.size() % BETWEEN_LOOKS == 0 && (alike() || different());
        }

        /**
         * Whether the median of the differences is, by 99 %, less than a tenth of what a request takes. The interval is
         * that of the sign test: it supposes no form of the distribution, and a few slow requests do not move it.
         */
        boolean alike() {
            return bound(-1) > -most() && bound(1) < most();
        }

        private boolean different() {
            return bound(-1) > most() || bound(1) < -most();
        }

        private double most() {
            return LARGEST_DIFFERENCE * median(Pair::unknown);
        }

        private long bound(int side) {
            int place = (int) Math.round(all.size() / 2.0 + side * SURE * Math.sqrt(all.size()) / 2);
            return sorted(Pair::difference).get(Math.min(Math.max(place, 0), all.size() - 1));
        }

        private long median(Function<Pair, Long> of) {
            return sorted(of).get(all.size() / 2);
        }

        private List<Long> sorted(Function<Pair, Long> of) {
            return all.stream().map(of).sorted().toList();
        }

        @Override
        public String toString() {
            return String.format(
                    "known %.2f ms, unknown %.2f ms, difference %.2f ms (99 %%: %.2f to %.2f) over %d pairs",
                    median(Pair::known) / 1e6,
                    median(Pair::unknown) / 1e6,
                    median(Pair::difference) / 1e6,
                    bound(-1) / 1e6,
                    bound(1) / 1e6,
                    all.size());
        }
    }
}
