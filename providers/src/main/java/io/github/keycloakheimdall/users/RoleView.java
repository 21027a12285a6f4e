/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.RoleTimes;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.Pagination;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RoleModel;

/** A role without what it holds. */
record RoleView(
        String id,
        String appId,
        String name,
        @Schema(nullable = true) @Nullable String description,
        boolean isSystem,
        @Schema(nullable = true) @Nullable Instant createdAt,
        @Schema(nullable = true) @Nullable Instant updatedAt)
        implements ApiResponse {

    static RoleView of(App app, RoleModel role) {
        return new RoleView(
                role.getId(),
                app.id(),
                role.getName(),
                role.getDescription(),
                AppModel.isSystemRole(role),
                RoleTimes.createdAt(role),
                RoleTimes.updatedAt(role));
    }

    /** A page of roles. */
    record RoleList(List<RoleView> data, Pagination pagination) implements ApiResponse {

        static RoleList of(App app, Page<RoleModel> page) {
            return new RoleList(
                    page.rows().stream().map(role -> RoleView.of(app, role)).toList(), page.pagination());
        }
    }

    /** A role with what it holds. */
    record RoleDetail(
            String id,
            String appId,
            String name,
            @Schema(nullable = true) @Nullable String description,
            boolean isSystem,
            @Schema(nullable = true) @Nullable Instant createdAt,
            @Schema(nullable = true) @Nullable Instant updatedAt,
            List<HeldPermission> permissions)
            implements ApiResponse {

        static RoleDetail of(App app, RoleModel role, List<RoleModel> permissions) {
            RoleView view = RoleView.of(app, role);
            return new RoleDetail(
                    view.id,
                    view.appId,
                    view.name,
                    view.description,
                    view.isSystem,
                    view.createdAt,
                    view.updatedAt,
                    permissions.stream().map(HeldPermission::of).toList());
        }
    }

    /** A permission as a part of a role. */
    record HeldPermission(
            String id,
            String resource,
            String action,
            @Schema(nullable = true) @Nullable String description) {

        static HeldPermission of(RoleModel permission) {
            PermissionKey key = PermissionKey.of(permission.getName());
            return new HeldPermission(permission.getId(), key.resource(), key.action(), permission.getDescription());
        }
    }
}
