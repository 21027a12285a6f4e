/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.caller.RequireAppPermission;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.RouteTable;
import io.github.keycloakheimdall.keycloak.AdminRole;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** {@code /v1/apps/<id>/permissions/enforcement}: which permissions some route asks for. */
@Produces(MediaType.APPLICATION_JSON)
public final class EnforcementResource {

    private final Class<?> api;

    /** @param api the API whose annotations tell */
    public EnforcementResource(Class<?> api) {
        this.api = api;
    }

    /** Each permission once, by name. */
    @GET
    @RequireAdminRole(AdminRole.VIEW_REALM)
    public EnforcedPermissions list() {
        return new EnforcedPermissions(new RouteTable(api)
                .routes().stream()
                        .map(route -> route.handler().getAnnotation(RequireAppPermission.class))
                        .flatMap(gate -> Optional.ofNullable(gate).stream())
                        .map(RequireAppPermission::value)
                        .distinct()
                        .sorted()
                        .toList());
    }

    record EnforcedPermissions(List<String> data) implements ApiResponse {}
}
