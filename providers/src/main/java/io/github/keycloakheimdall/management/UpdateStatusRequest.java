/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.keycloak.UserStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

record UpdateStatusRequest(
        @NotNull @Pattern(regexp = UserStatus.WORDS) String status) implements ApiRequest {

    UserStatus wanted() {
        return UserStatus.of(status).orElseThrow();
    }
}
