/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAllowanceTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com,       ada@example.com",
        "Ada@Example.COM,       ada@example.com",
        "ada+1@example.com,     ada@example.com",
        "ada+b+c@example.com,   ada@example.com",
        "+ada@example.com,      +ada@example.com",
        "ada@ex+ample.com,      ada@ex+ample.com",
        "no address,            no address",
    })
    void givenAnAddress_whenCounted_thenItsMailboxIs(String address, String mailbox) {
        assertThat(MailAllowance.mailbox(address)).isEqualTo(mailbox);
    }
}
