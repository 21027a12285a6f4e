/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MfaChallengeTest {

    private static final int NOW = 1_000_000;

    private final MfaChallenge challenge = new MfaChallenge(
            "app-1",
            "user-1",
            new FirstProof(List.of("pwd"), Map.of("identity_provider", "google")),
            "tenant-1",
            "0:-",
            NOW + MfaChallenges.LIFESPAN_SECONDS);

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
