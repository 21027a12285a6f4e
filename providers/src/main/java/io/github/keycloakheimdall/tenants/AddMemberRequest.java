/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Either an account's id, or an email whose account is made when there is none. */
record AddMemberRequest(
        @Size(max = 255) @Nullable String accountId,
        @Size(max = 254) @Nullable String email,
        @Size(max = 120) @Nullable String displayName,
        @Size(max = 64) @Nullable String username,
        @NotNull @Size(max = 255) String roleName)
        implements ApiRequest {}
