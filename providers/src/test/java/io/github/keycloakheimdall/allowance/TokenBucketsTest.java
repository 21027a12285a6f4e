/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private long now = Duration.ofDays(1).toNanos();
    private final TokenBuckets<String> buckets = new TokenBuckets<>(Duration.ofMinutes(1), 1_000, () -> now);

    @Test
    void givenAnAllowanceOfThree_whenTakingFour_thenTheLastWaitsForAThirdOfThePeriod() {
        assertThat(take("ada", 4)).containsExactly(0L, 0L, 0L, 20L);
    }

    @Test
    void givenAnAllowanceThatIsUsedUp_whenWaitingAsTold_thenThereIsOneMore() {
        take("ada", 3);

        now += Duration.ofSeconds(20).toNanos();

        assertThat(take("ada", 2)).containsExactly(0L, 20L);
    }

    @Test
    void givenRefusals_whenWaiting_thenTheyCostNothing() {
        take("ada", 50);

        now += Duration.ofMinutes(1).toNanos();

        assertThat(take("ada", 4)).containsExactly(0L, 0L, 0L, 20L);
    }

    @Test
    void givenAnother_whenOneIsRefused_thenTheOtherIsNot() {
        take("ada", 4);

        assertThat(take("bob", 1)).containsExactly(0L);
    }

    @Test
    void givenAnAllowanceThatWasLowered_whenTaking_thenTheLowerOneHolds() {
        assertThat(buckets.take("ada", 100)).isZero();

        assertThat(take("ada", 4)).containsExactly(0L, 0L, 0L, 20L);
    }

    @Test
    void givenMoreKeysThanFit_whenTaking_thenNoMoreAreRemembered() {
        TokenBuckets<Integer> few = new TokenBuckets<>(Duration.ofMinutes(1), 100, () -> now);

        IntStream.range(0, 100_000).forEach(key -> few.take(key, 1));

        assertThat(few.remembered()).isLessThanOrEqualTo(100);
    }

    @Test
    void givenAnAllowance_whenAskedWhetherItIsEmpty_thenNoneIsTaken() {
        assertThat(buckets.isEmpty("ada", 3)).isFalse();
        take("ada", 2);
        assertThat(buckets.isEmpty("ada", 3)).isFalse();
        assertThat(take("ada", 1)).containsExactly(0L);

        assertThat(buckets.isEmpty("ada", 3)).isTrue();
        now += Duration.ofSeconds(20).toNanos();
        assertThat(buckets.isEmpty("ada", 3)).isFalse();
    }

    private List<Long> take(String key, int times) {
        return Stream.generate(() -> buckets.take(key, 3)).limit(times).toList();
    }
}
