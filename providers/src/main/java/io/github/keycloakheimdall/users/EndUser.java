/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import io.github.keycloakheimdall.keycloak.user.UserRow;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user as those see them who manage the app.
 *
 * @param role the app role, or null
 * @param joinedAt the same as {@code createdAt}: an account belongs to one app
 * @param createdAt the epoch where Keycloak does not know
 * @param emailVerifiedAt null until the email is verified
 * @param lastUsedAt when a live session was last used, or null without one
 */
record EndUser(
        String id,
        String username,
        @Schema(nullable = true) @Nullable String displayName,
        UserStatus status,
        @Schema(nullable = true) @Nullable String role,
        Instant joinedAt,
        Instant createdAt,
        @Schema(nullable = true) @Nullable String email,
        @Schema(nullable = true) @Nullable Instant emailVerifiedAt,
        long activeSessionCount,
        @Schema(nullable = true) @Nullable Instant lastUsedAt)
        implements ApiResponse {

    /**
     * The user of that row.
     *
     * @param role the app role, or null
     * @param emailVerifiedAt null until the email is verified
     */
    static EndUser of(UserRow row, @Nullable String role, @Nullable Instant emailVerifiedAt) {
        return new EndUser(
                row.id(),
                row.username(),
                row.displayName(),
                row.status(),
                role,
                row.createdAt(),
                row.createdAt(),
                row.email(),
                emailVerifiedAt,
                row.sessions(),
                row.lastUsedAt());
    }

    /** A page of users. */
    record EndUserList(List<EndUser> data, Pagination pagination) implements ApiResponse {}

    /** A user who was just made. */
    @Schema(name = "CreatedUser")
    record Created(
            String id,
            String username,
            @Schema(nullable = true) @Nullable String displayName,
            @Schema(nullable = true) @Nullable String email,
            boolean emailVerified,
            @Schema(nullable = true) @Nullable String role,
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
