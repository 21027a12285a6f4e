/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Answer FAILED = asking(OptionalLong.empty());

    @ParameterizedTest
    @CsvSource({"1,5", "2,300", "3,1800", "4,7200", "5,18000", "6,36000", "7,50400", "8,72000", "9,86400"})
    void givenSoManyAttempts_thenTheNextComesSoManySecondsLaterGiveOrTakeAFifth(int made, long seconds) {
        assertThat(Backoff.after(made, FAILED))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(seconds * 800, seconds * 1200));
    }

    @Test
    void givenTheLastAttempt_thenNoneComesUnlessItGoesOnForEver() {
        assertThat(Backoff.after(10, FAILED)).isEmpty();
        assertThat(Backoff.forever(10, FAILED)).isPositive();
        assertThat(Backoff.forever(1000, FAILED)).isPositive();
    }

    @RepeatedTest(5)
    void givenAReceiverThatAsksToBeSpared_thenItIsForADayAtMost() {
        assertThat(Backoff.after(1, asking(OptionalLong.of(600))))
                .hasValue(Duration.ofMinutes(10).toMillis());
        assertThat(Backoff.after(1, asking(OptionalLong.of(999_999_999))))
                .hasValue(Duration.ofDays(1).toMillis());
        assertThat(Backoff.after(2, asking(OptionalLong.of(1))))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(200_000));
    }

    private static Answer asking(OptionalLong seconds) {
        return new Answer(503, null, 1, "", seconds);
    }
}
