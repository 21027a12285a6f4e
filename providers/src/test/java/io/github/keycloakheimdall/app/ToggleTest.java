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

    @ParameterizedTest
    @CsvSource({
        "STATUS, suspended",
        "STATUS, archived",
        "SIGNUP_ENABLED, false",
        "SIGNUP_REQUIRES_PAK, true",
        "SIGNUP_ALLOWED_EMAIL_DOMAINS, example.com",
        "SIGNIN_ENABLED, false",
        "ENFORCE_APP_PERMISSIONS, true",
        "OAUTH_LINK_POLICY, reject",
        "ALLOWED_REDIRECT_ORIGINS, https://app.example.com",
        "PASSWORD_MIN_LENGTH, 12",
        "PASSWORD_REQUIRE_SYMBOL, true",
        "MAX_FAILED_LOGIN_ATTEMPTS, 3",
        "MAX_SESSIONS, 7",
        "ACCESS_TOKEN_TTL_SECONDS, 300",
        "CODE_TTL_SECONDS, 120",
        "SENSITIVE_MAX_AGE_SECONDS, 900",
        "RATE_LIMIT_SIGNIN_PER_MINUTE, 10",
        "RATE_LIMIT_TOKEN_PER_MINUTE, 10"
    })
    void givenAToggle_whenItsDefaultIsMoreLenientThanAValue_thenTheValueCloses(Toggle toggle, String value) {
        assertThat(toggle.kind().closes(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ENABLED, false",
        "STATUS, active",
        "SIGNUP_ENABLED, true",
        "SIGNUP_ALLOWED_EMAIL_DOMAINS, ''",
        "OAUTH_LINK_POLICY, auto",
        "PASSWORD_MIN_LENGTH, 8",
        "MAX_SESSIONS, 70",
        "ACCESS_TOKEN_TTL_SECONDS, 7200",
        "SENSITIVE_MAX_AGE_SECONDS, 0",
        "RATE_LIMIT_SIGNIN_PER_MINUTE, 0",
        "RATE_LIMIT_SIGNIN_PER_MINUTE, 400",
        "RATE_LIMIT_TOKEN_PER_MINUTE, 0",
        "NOTIFICATIONS_ENABLED, false",
        "WEB_ORIGIN, https://app.example.com",
        "PROFILE_NAMING, snake_case"
    })
    void givenAToggle_whenItsDefaultIsNotMoreLenientThanAValue_thenTheValueClosesNothing(Toggle toggle, String value) {
        assertThat(toggle.kind().closes(value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, true",
        "http://localhost:3000, true",
        "acme://signin, true",
        "com.example.app://signin, true",
        "javascripts://x, true",
        "javascript://x, false",
        "JavaScript://x, false",
        "data://x, false",
        "file://x, false",
        "vbscript://x, false",
        "about://x, false",
        "blob://x, false"
    })
    void givenAnOrigin_whenSet_thenNoneOfASchemeThatBrowsersRunOrRead(String origin, boolean taken) {
        assertThat(Toggle.ALLOWED_REDIRECT_ORIGINS.kind().accepts(origin)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"auto, auto", "AUTO, reject", "Confirm, reject", "reject, reject", "'', confirm"})
    void givenALinkPolicy_whenReading_thenTheStricterSideUnlessItIsOneThatTheApiTakes(String stored, String read) {
        assertThat(Toggle.OAUTH_LINK_POLICY.read(stored)).isEqualTo(read);
    }
}
