/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/** Holds a caller against {@link RequireAppPermission}; runs before the body is read. */
@Provider
@RequireAppPermission
public final class PermissionGate implements ContainerRequestFilter {

    @Context
    KeycloakSession session;

    @Context
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        App app = App.current(session);
        Caller caller = Callers.requireAny(session);
        RequireAppPermission required = route.getResourceMethod().getAnnotation(RequireAppPermission.class);
        boolean asked = required.always() || app.config().enforceAppPermissions();
        if (asked && !caller.permissions(app).contains(required.value())) {
            throw ApiException.forbidden("Missing permission: " + required.value());
        }
    }
}
