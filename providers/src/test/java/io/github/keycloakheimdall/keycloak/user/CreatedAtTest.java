/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CreatedAtTest {

    @Test
    void givenNoTime_whenAsked_thenTheEpoch() {
        assertThat(CreatedAt.of((Long) null)).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void givenMillis_whenAsked_thenTheSecond() {
        assertThat(CreatedAt.of(1_795_731_771_999L)).isEqualTo(Instant.ofEpochSecond(1_795_731_771));
    }
}
