/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"26.7.0", "26.7.3", "26.10.1", "27.0.0", "999.0.0-SNAPSHOT"})
    void givenAVersionThatIsServed_whenStarting_thenItStarts(String running) {
        assertThatCode(() -> KeycloakVersion.requireSupported(running)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.5.6", "26.0.0", "25.10.0", "9.8.0"})
    void givenAnOlderVersion_whenStarting_thenItSaysWhatIsNeeded(String running) {
        assertThatThrownBy(() -> KeycloakVersion.requireSupported(running))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("26.7 or later")
                .hasMessageContaining(running);
    }
}
