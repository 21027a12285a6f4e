/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.RouteTable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The permissions that some route of an API asks users for, each once, by name. */
record EnforcedPermissions(List<String> data) implements ApiResponse {

    static EnforcedPermissions of(Class<?> api) {
        return new EnforcedPermissions(new RouteTable(api)
                .routes().stream()
                        .map(route -> route.handler().getAnnotation(Access.class))
                        .filter(Objects::nonNull)
                        .filter(access -> Arrays.asList(access.by()).contains(AppUser.class))
                        .map(Access::permission)
                        .filter(permission -> !permission.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
