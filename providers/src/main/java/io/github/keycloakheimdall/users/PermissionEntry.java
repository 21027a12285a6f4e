/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.app.RoleTimes;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RoleModel;

/**
 * A permission of the catalogue.
 *
 * @param appId null for a system permission, which every app has
 */
record PermissionEntry(
        String id,
        @Schema(nullable = true) @Nullable String appId,
        String resource,
        String action,
        @Schema(nullable = true) @Nullable String description,
        @Schema(nullable = true) @Nullable Instant createdAt,
        boolean isSystem)
        implements ApiResponse {

    /** The catalogue: a bare array. */
    @Schema(type = SchemaType.ARRAY, implementation = PermissionEntry.class)
    record Catalogue(@JsonValue List<PermissionEntry> entries) implements ApiResponse {

        static Catalogue of(App app, List<RoleModel> permissions) {
            return new Catalogue(permissions.stream()
                    .map(permission -> PermissionEntry.of(app, permission))
                    .toList());
        }
    }

    static PermissionEntry of(App app, RoleModel permission) {
        PermissionKey key = PermissionKey.of(permission.getName());
        boolean system = PermissionCatalogue.SYSTEM.contains(permission.getName());
        return new PermissionEntry(
                permission.getId(),
                system ? null : app.id(),
                key.resource(),
                key.action(),
                permission.getDescription(),
                RoleTimes.createdAt(permission),
                system);
    }
}
