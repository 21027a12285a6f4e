/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Bearer;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.error.ApiException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/** Holds a caller of any kind against {@link RequireAdminPermission}; runs before the body is read. */
@Provider
@RequireAdminPermission
public final class AdminPermissionGate implements ContainerRequestFilter {

    @Context
    KeycloakSession session;

    @Context
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        String permission = route.getResourceMethod()
                .getAnnotation(RequireAdminPermission.class)
                .value();
        if (Bearer.of(session).flatMap(RawKey::parse).isPresent()) {
            KeyCallers.require(session, permission);
            return;
        }
        if (!Callers.requireAny(session).permissions(App.current(session)).contains(permission)) {
            throw ApiException.forbidden("Missing permission: " + permission);
        }
    }
}
