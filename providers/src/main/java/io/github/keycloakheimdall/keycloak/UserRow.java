/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.time.Instant;
import java.util.List;

/**
 * A user as lists show them, read without loading the user.
 *
 * @param createdAt null for an account of a user federation that does not tell
 * @param emailVerifiedAt null where Keycloak knows that, but not since when
 * @param roleIds roles given to the user
 * @param groupIds groups that the user belongs to
 * @param sessions how many are live
 * @param lastUsedAt of the session used last, or null
 */
public record UserRow(
        String id,
        String username,
        String email,
        boolean emailVerified,
        String emailVerifiedAt,
        String displayName,
        UserStatus status,
        Instant createdAt,
        List<String> roleIds,
        List<String> groupIds,
        long sessions,
        Instant lastUsedAt) {}
