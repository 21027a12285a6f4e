/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

/** Either an account's id, or an email whose account is made when there is none. */
record AddMemberRequest(
        @Size(max = 255) String accountId,
        @Size(max = 254) String email,
        @Size(max = 120) String displayName,
        @Size(max = 64) String username,
        @NotNull @Size(max = 255) String roleName)
        implements ApiRequest {}
