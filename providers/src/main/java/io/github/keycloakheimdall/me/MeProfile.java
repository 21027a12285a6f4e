/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.avatar.Avatars;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.user.CreatedAt;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.user.DisplayName;
import io.github.keycloakheimdall.user.EmailVerification;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * A user as they see themselves (guide, step 5).
 *
 * @param role the app role, or null
 * @param joinedAt the same as {@code createdAt}: an account belongs to one app
 * @param createdAt the epoch where Keycloak does not know
 * @param emailVerifiedAt null until the email is verified
 * @param avatarUrl null without a picture
 */
record MeProfile(
        String id,
        String username,
        @Schema(nullable = true) @Nullable String displayName,
        @Schema(nullable = true) @Nullable String role,
        Instant joinedAt,
        Instant createdAt,
        @Schema(nullable = true) @Nullable String email,
        @Schema(nullable = true) @Nullable Instant emailVerifiedAt,
        @Schema(nullable = true) @Nullable String avatarUrl,
        @JsonIgnore boolean camelCase)
        implements ApiResponse {

    static MeProfile of(App app, UserModel user) {
        KeycloakSession session = app.session();
        Instant created = CreatedAt.of(user);
        return new MeProfile(
                user.getId(),
                user.getUsername(),
                DisplayName.seenByOwner(session, user),
                AppRoles.of(app, user).role(),
                created,
                created,
                user.getEmail(),
                EmailVerification.at(session, user),
                new Avatars(app).url(user),
                app.config().camelCaseProfile());
    }
}
