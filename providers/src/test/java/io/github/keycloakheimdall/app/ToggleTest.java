/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToggleTest {

    @ParameterizedTest
    @CsvSource({
        "SENSITIVE_MAX_AGE_SECONDS, 0, 900",
        "MAX_SESSIONS, 50, 50",
        "SIGNUP_ENABLED, true, false",
        "ENFORCE_APP_PERMISSIONS, false, true"
    })
    void givenAToggle_whenItIsMisspelt_thenItsStricterSide(Toggle toggle, String absent, String misspelt) {
        assertThat(toggle.kind().parse("15m")).isEmpty();
        assertThat(toggle.kind().absent()).isEqualTo(absent);
        assertThat(toggle.kind().stricter()).isEqualTo(misspelt);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "86400, true", "86401, false", "-1, false"})
    void givenAnAgeForSensitiveChanges_whenParsing_thenUpToADay(String value, boolean taken) {
        assertThat(Toggle.SENSITIVE_MAX_AGE_SECONDS.kind().parse(value).isPresent())
                .isEqualTo(taken);
    }
}
