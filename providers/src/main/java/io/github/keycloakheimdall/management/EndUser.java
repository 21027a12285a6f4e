/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import io.github.keycloakheimdall.keycloak.UserStatus;
import java.time.Instant;
import java.util.List;

/**
 * A user as those see them who manage the app.
 *
 * @param role the app role, or null
 * @param joinedAt the same as {@code createdAt}: an account belongs to one app
 * @param emailVerifiedAt null until the email is verified
 * @param lastUsedAt when a live session was last used, or null without one
 */
record EndUser(
        String id,
        String username,
        String displayName,
        UserStatus status,
        String role,
        Instant joinedAt,
        Instant createdAt,
        String email,
        Instant emailVerifiedAt,
        long activeSessionCount,
        Instant lastUsedAt)
        implements ApiResponse {

    /** A page of users. */
    record EndUserList(List<EndUser> data, Pagination pagination) implements ApiResponse {}

    /** A user who was just made. */
    record Created(
            String id,
            String username,
            String displayName,
            String email,
            boolean emailVerified,
            String role,
            UserStatus status,
            Instant createdAt)
            implements ApiResponse {}

    Created created() {
        return new Created(id, username, displayName, email, emailVerifiedAt != null, role, status, createdAt);
    }

    /** The same user once all sessions have ended. */
    EndUser withoutSessions() {
        return new EndUser(
                id, username, displayName, status, role, joinedAt, createdAt, email, emailVerifiedAt, 0, null);
    }
}
