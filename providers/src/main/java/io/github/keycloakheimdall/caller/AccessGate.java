/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Route;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Lets callers into routes as {@link Access} says, before the body is read. Keycloak's own routes pass untouched. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class AccessGate implements ContainerRequestFilter {

    @Context
    KeycloakSession session;

    @Context
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        Method handler = route.getResourceMethod();
        Access access = handler == null ? null : handler.getAnnotation(Access.class);
        if (access == null) {
            if (Route.isHandler(handler)) {
                throw closed();
            }
            return;
        }
        KeycloakAdmin admin = PlatformDoor.caller(session);
        ServerAdmin serverAdmin = PlatformDoor.serverAdmin(session);
        if (serverAdmin != null) {
            admit(serverAdmin, access);
        } else if (admin != null) {
            admit(admin, access);
        } else if (!access.open()) {
            admit(access);
        }
    }

    private void admit(KeycloakAdmin admin, Access access) {
        if (access.admin().length == 0) {
            throw closed();
        }
        if (!enters(admin, access)) {
            throw ApiException.forbidden("Missing admin role: " + access.admin()[0].roleName());
        }
        Callers.admit(session, admin);
    }

    private static void admit(ServerAdmin admin, Access access) {
        if (access.server().length == 0) {
            throw closed();
        }
        if (Arrays.stream(access.server()).noneMatch(role -> role.heldBy(admin.rights()))) {
            throw ApiException.forbidden("Missing admin role: " + access.server()[0].roleName());
        }
    }

    private static boolean enters(KeycloakAdmin admin, Access access) {
        return access.ofObjects() && admin.rights().mayHaveForObject()
                || Arrays.stream(access.admin()).anyMatch(admin.rights()::has);
    }

    private void admit(Access access) {
        List<Class<? extends Caller>> kinds = List.of(access.by());
        if (kinds.isEmpty()) {
            throw closed();
        }
        Caller caller = Callers.identify(session, kinds);
        if (access.live() && caller instanceof AppUser user) {
            user.requireSession(session);
        }
        boolean asked = !access.permission().isEmpty()
                && (!access.whileEnforced() || App.current(session).config().enforceAppPermissions());
        if (asked && !caller.may(access.permission())) {
            throw ApiException.missingPermission(access.permission());
        }
        Callers.admit(session, caller);
    }

    private static ApiException closed() {
        return ApiException.forbidden("This route is closed");
    }
}
