/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.keycloak.user.UserStatus;

record UpdateStatusRequest(
        @NotNull @Pattern(regexp = UserStatus.WORDS) String status) implements ApiRequest {

    UserStatus wanted() {
        return UserStatus.of(status).orElseThrow();
    }
}
