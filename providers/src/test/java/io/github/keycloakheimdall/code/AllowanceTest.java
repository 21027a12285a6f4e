/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The figures that the decision about guessing gives. */
class AllowanceTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final GuessesEntity row = new GuessesEntity();
    private long now = 1_000_000;

    AllowanceTest() {
        row.updatedAt = now;
    }

    @Test
    void givenAnAddress_whenItGuessesOn_thenTenAtOnceAndOneAMinute() {
        assertThat(spend(Allowance.OF_ADDRESS, Allowance.ADDRESS_COST)).isEqualTo(10);
        assertThat(Allowance.OF_ADDRESS.secondsUntilFits(row, Allowance.ADDRESS_COST, now))
                .isEqualTo(60);

        now += Duration.ofMinutes(1).toMillis();
        assertThat(spend(Allowance.OF_ADDRESS, Allowance.ADDRESS_COST)).isEqualTo(1);
    }

    @Test
    void givenFewCodes_whenAnAppIsGuessedAt_thenFiveHundredAtOnce() {
        assertThat(spend(Allowance.OF_APP, Allowance.appCost(3, Allowance.FEWEST_OUTSTANDING)))
                .isEqualTo(500);
    }

    @Test
    void givenTenThousandCodes_whenAnAppIsGuessedAtAllDay_thenElevenWrongCodesAtMost() {
        double cost = Allowance.appCost(10_000, Allowance.FEWEST_OUTSTANDING);
        int guesses = 0;
        long end = now + DAY;
        while (now < end) {
            guesses += spend(Allowance.OF_APP, cost);
            now += Duration.ofMinutes(1).toMillis();
        }

        assertThat(guesses).isLessThanOrEqualTo(11);
        assertThat(1 - Math.pow(0.99, guesses)).isLessThan(0.105);
    }

    @Test
    void givenAClockThatWentBack_whenLooking_thenNothingIsForgiven() {
        spend(Allowance.OF_ADDRESS, Allowance.ADDRESS_COST);

        now -= DAY;

        assertThat(Allowance.OF_ADDRESS.secondsUntilFits(row, Allowance.ADDRESS_COST, now))
                .isPositive();
    }

    /** As the guard asks: before a guess nobody knows what it will cost. */
    private int spend(Allowance allowance, double cost) {
        double least = allowance == Allowance.OF_APP ? Allowance.appCost(0, Allowance.FEWEST_OUTSTANDING) : cost;
        int spent = 0;
        while (allowance.secondsUntilFits(row, least, now) == 0) {
            allowance.add(row, cost, now);
            spent++;
        }
        return spent;
    }
}
