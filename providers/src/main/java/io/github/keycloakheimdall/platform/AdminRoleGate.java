/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.platform;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.AdminRole;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/** Holds an admin against {@link RequireAdminRole}; runs before the body is read. */
@Provider
@RequireAdminRole
public final class AdminRoleGate implements ContainerRequestFilter {

    @Context
    KeycloakSession session;

    @Context
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        AdminRole role =
                route.getResourceMethod().getAnnotation(RequireAdminRole.class).value();
        PlatformCaller caller = PlatformCaller.current(session);
        if (caller == null) {
            throw ApiException.bearerRequired();
        }
        if (!caller.holds(session, role)) {
            throw ApiException.forbidden("Missing admin role: " + role.roleName());
        }
    }
}
