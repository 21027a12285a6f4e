/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/** Holds a key against {@link RequireKeyPermission}; runs before the body is read. */
@Provider
@RequireKeyPermission
public final class KeyGate implements ContainerRequestFilter {

    @Context
    KeycloakSession session;

    @Context
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        KeyCallers.require(
                session,
                route.getResourceMethod()
                        .getAnnotation(RequireKeyPermission.class)
                        .value());
    }
}
