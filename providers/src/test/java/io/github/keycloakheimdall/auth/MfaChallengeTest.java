/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MfaChallengeTest {

    private static final int NOW = 1_000_000;

    private final MfaChallenge challenge = new MfaChallenge(
            "app-1", "user-1", List.of("pwd"), "tenant-1", "0:-", NOW + MfaChallenges.LIFESPAN_SECONDS);

    @Test
    void givenAChallenge_whenKeptAndReadBack_thenTheSame() {
        assertThat(MfaChallenge.of(challenge.notes())).isEqualTo(challenge);
    }

    @Test
    void givenFiveMinutes_whenTheyPass_thenTheChallengeIsClosed() {
        assertThat(challenge.isOpen("app-1", NOW + 299)).isTrue();
        assertThat(challenge.isOpen("app-1", NOW + 300)).isFalse();
    }

    @Test
    void givenAnotherApp_whenAskedThere_thenTheChallengeIsClosed() {
        assertThat(challenge.isOpen("app-2", NOW)).isFalse();
    }
}
