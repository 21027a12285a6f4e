/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.caller.RequireAppPermission;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.RouteTable;
import java.util.List;
import java.util.Optional;

/** The permissions that some route of an API asks for, each once, by name. */
record EnforcedPermissions(List<String> data) implements ApiResponse {

    static EnforcedPermissions of(Class<?> api) {
        return new EnforcedPermissions(new RouteTable(api)
                .routes().stream()
                        .map(route -> route.handler().getAnnotation(RequireAppPermission.class))
                        .flatMap(gate -> Optional.ofNullable(gate).stream())
                        .map(RequireAppPermission::value)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
