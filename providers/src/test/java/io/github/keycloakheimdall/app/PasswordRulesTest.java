/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private final PasswordRules strict = new PasswordRules(8, true, true, true);

    @Test
    void givenAPasswordThatLacksEverything_thenEachRuleHasItsCode() {
        assertThat(strict.violations("new_password", "word"))
                .containsExactly(
                        new FieldError("new_password", FieldFault.TOO_SHORT, "must be at least 8 characters"),
                        new FieldError("new_password", FieldFault.LACKS_UPPER_CASE, "must contain an uppercase letter"),
                        new FieldError("new_password", FieldFault.LACKS_DIGIT, "must contain a number"),
                        new FieldError("new_password", FieldFault.LACKS_SPECIAL, "must contain a symbol"));
    }

    @Test
    void givenAPasswordThatHasEverything_thenNothingIsSaid() {
        assertThat(strict.violations("password", "Word1234!")).isEmpty();
    }

    @Test
    void givenRulesThatAreOff_thenNothingIsSaid() {
        assertThat(new PasswordRules(1, false, false, false).violations("password", "w"))
                .isEmpty();
    }
}
