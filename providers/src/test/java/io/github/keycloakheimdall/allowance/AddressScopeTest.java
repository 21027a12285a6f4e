/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressScopeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::6, 2001:db8:1:2::/64",
        "2001:db8::6, 2001:db8:0:0::/64",
        "::1, 0:0:0:0::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::ffff:c000:207, 192.0.2.7",
        "2001:0DB8:1:2::6, 2001:db8:1:2::/64",
        "a:b, a:b",
    })
    void givenAnAddress_whenScoped_thenIpv4ByItselfAndIpv6ByItsNetwork(String address, String scope) {
        assertThat(AddressScope.of(address)).isEqualTo(scope);
    }

    @Test
    void givenNoAddressOrALongOne_whenScoped_thenItFitsAColumn() {
        assertThat(AddressScope.of((String) null)).isEqualTo("unknown");
        assertThat(AddressScope.of("x".repeat(300))).hasSize(45);
    }
}
