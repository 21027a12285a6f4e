/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeycloakServerBuilderTest {

    @Test
    void givenAManagementPort_whenBuilding_thenItHolds() {
        assertThat(KeycloakServerBuilder.managementPort(Map.of("KC_HTTP_MANAGEMENT_PORT", "19000")))
                .isEqualTo(19000);
    }

    @Test
    void givenNoManagementPort_whenBuilding_thenAFreeOne() {
        assertThat(FreePorts.isFree(KeycloakServerBuilder.managementPort(Map.of())))
                .isTrue();
    }
}
