/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mailedfactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedEmailTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, a***a@e***e.com",
        "ab@ex.co.uk, a***@e***o.uk",
        "a@b.c, a***@b***.c",
        "ada@localhost, a***a@l***t",
        "\"a@b\"@example.com, '\"***\"@e***e.com'",
        "😀x😀@example.com, 😀***😀@e***e.com",
        "'', ***@***"
    })
    void givenAnAddress_whenMaskingIt_thenItsOwnerKnowsItAndNobodyElse(String address, String masked) {
        assertThat(MaskedEmail.of(address)).isEqualTo(masked);
    }
}
