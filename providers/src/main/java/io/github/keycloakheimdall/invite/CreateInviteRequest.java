/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * An invite to be made.
 *
 * @param name what the mail calls who is invited, or null
 * @param roleName the role to give, or null for member
 * @param maxUses null for one
 * @param expiresInHours null for three days
 */
record CreateInviteRequest(
        @NotNull @Size(max = 254) String email,
        @Size(max = 120) @Nullable String name,
        @Size(max = 255) @Nullable String roleName,
        @Min(1) @Max(10_000) @Nullable Integer maxUses,
        @Min(1) @Max(720) @Nullable Integer expiresInHours)
        implements ApiRequest {

    private static final int THREE_DAYS = 72;

    int uses() {
        return maxUses == null ? 1 : maxUses;
    }

    int hours() {
        return expiresInHours == null ? THREE_DAYS : expiresInHours;
    }
}
