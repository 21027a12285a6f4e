/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.user.AccountFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** @param username null to take it from the invite's email */
record AcceptInviteRequest(
        @NotNull @Size(max = 128) String code,
        @NotNull @Size(max = 1024) String password,
        @Size(min = 3, max = 255) @Nullable String username,
        @Size(max = 120) @Nullable String displayName)
        implements ApiRequest {

    @Override
    public List<FieldError> faultsByRules(KeycloakSession session) {
        return AccountFaults.ofPassword(session, username, null, password);
    }
}
