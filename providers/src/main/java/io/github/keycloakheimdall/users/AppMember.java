/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RoleModel;

/**
 * A user as a member of the app. Who has none of the app's roles has an empty one.
 *
 * @param id the account's: it belongs to one app
 * @param joinedAt the epoch where Keycloak does not know
 */
record AppMember(
        String id,
        String accountId,
        String username,
        @Schema(nullable = true) @Nullable String displayName,
        String roleId,
        String roleName,
        Instant joinedAt,
        @Schema(nullable = true) @Nullable String primaryEmail) {

    private static final String NONE = "";

    /** A page of members. */
    record AppMemberList(List<AppMember> data, Pagination pagination) implements ApiResponse {}

    static AppMember of(App app, EndUser user) {
        RoleModel role = user.role() == null ? null : app.realm().getRole(user.role());
        return new AppMember(
                user.id(),
                user.id(),
                user.username(),
                user.displayName(),
                role == null ? NONE : role.getId(),
                role == null ? NONE : role.getName(),
                user.joinedAt(),
                user.email());
    }
}
