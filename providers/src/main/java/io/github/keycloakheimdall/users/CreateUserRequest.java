/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.user.AccountFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

record CreateUserRequest(
        @NotNull @Size(min = 3, max = 254) String email,
        @Size(min = 3, max = 255) @Nullable String username,
        @Size(max = 1024) @Nullable String password,
        @Size(max = 120) @Nullable String displayName,
        @Size(max = 255) @Nullable String roleName)
        implements ApiRequest {

    @Override
    public List<FieldError> faultsByRules(KeycloakSession session) {
        return AccountFaults.ofPassword(session, username, email, password);
    }
}
