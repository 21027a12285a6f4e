/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.utils.HmacOTP;

/** Held against the test vectors of RFC 6238, whose secret is the ASCII text 12345678901234567890. */
class TotpSecretTest {

    private static final OTPPolicy EIGHT_DIGITS = new OTPPolicy("totp", HmacOTP.HMAC_SHA1, 0, 8, 1, 30);
    private static final TotpSecret SECRET = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", EIGHT_DIGITS);

    /** The codes of the seconds 1111111109 and 1111111111, which are windows next to each other. */
    private static final String FIRST = "07081804";

    private static final String SECOND = "14050471";
    private static final int SECOND_TIME = 1_111_111_111;

    @Test
    void givenCodesOfWindowsInARow_whenTheSecondIsCurrent_thenTheyHold() {
        assertThat(SECRET.consecutive(FIRST, SECOND, SECOND_TIME)).isTrue();
    }

    @Test
    void givenCodesOfWindowsInARow_whenTheSecondIsOneWindowAway_thenTheyHold() {
        assertThat(SECRET.consecutive(FIRST, SECOND, SECOND_TIME - 30)).isTrue();
        assertThat(SECRET.consecutive(FIRST, SECOND, SECOND_TIME + 30)).isTrue();
    }

    @Test
    void givenCodesOfWindowsInARow_whenTheyAreOld_thenTheyDoNotHold() {
        assertThat(SECRET.consecutive(FIRST, SECOND, SECOND_TIME + 60)).isFalse();
    }

    @Test
    void givenCodesInTheWrongOrderOrTwice_whenChecked_thenTheyDoNotHold() {
        assertThat(SECRET.consecutive(SECOND, FIRST, SECOND_TIME)).isFalse();
        assertThat(SECRET.consecutive(SECOND, SECOND, SECOND_TIME)).isFalse();
    }

    @Test
    void givenNamesWithColonsAndSpaces_whenMakingTheUri_thenTheyAreEncoded() {
        assertThat(SECRET.uri("Acme: Inc", "ada lovelace"))
                .startsWith("otpauth://totp/Acme%20%20Inc:ada%20lovelace?secret=" + SECRET.base32());
    }

    @Test
    void givenTwoSecrets_whenMade_thenTheyDiffer() {
        assertThat(TotpSecret.random(EIGHT_DIGITS).base32())
                .hasSize(32)
                .isNotEqualTo(TotpSecret.random(EIGHT_DIGITS).base32());
    }
}
