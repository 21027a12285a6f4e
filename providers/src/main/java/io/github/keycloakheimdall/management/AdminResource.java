/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /admin}: what users and machine clients of the app may manage, each route by its permission. */
public final class AdminResource {

    private final KeycloakSession session;
    private final App app;

    public AdminResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** {@code /admin/roles} */
    @Path("roles")
    public AdminRolesResource roles() {
        return new AdminRolesResource(session, app);
    }

    /** {@code /admin/permissions} */
    @Path("permissions")
    public AdminPermissionsResource permissions() {
        return new AdminPermissionsResource(session, app);
    }

    /** {@code /admin/users} */
    @Path("users")
    public AdminUsersResource users() {
        return new AdminUsersResource(session, app);
    }
}
