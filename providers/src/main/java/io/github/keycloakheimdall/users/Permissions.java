/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RoleModel;

/** The app's catalogue of permissions: the client roles of its client. */
final class Permissions {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    Permissions(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /**
     * All of them by name.
     *
     * @throws ApiException 403 for an admin who may not see the app's client
     */
    List<RoleModel> all() {
        if (!caller.maySeeCatalogue()) {
            throw ApiException.forbidden("You may not see the app's permissions");
        }
        app.sync();
        return app.client()
                .getRolesStream()
                .sorted(Comparator.comparing(RoleModel::getName))
                .toList();
    }

    /**
     * Adds a permission, which the owner holds from the start.
     *
     * @throws ApiException 403 for an admin who may not change the app's client, 409 when there is one of that name
     */
    RoleModel create(String key, @Nullable String description) {
        requireEditable();
        if (app.client().getRole(key) != null) {
            throw taken();
        }
        try {
            RoleModel permission = app.client().addRole(key);
            permission.setDescription(description);
            AppModel.markCustom(permission);
            RoleModel owner = app.realm().getRole(SystemRole.OWNER.roleName());
            if (owner != null && AppModel.isSystemRole(owner)) {
                owner.addCompositeRole(permission);
            }
            Database.flush(session);
            record(OperationType.CREATE, key);
            return permission;
        } catch (ModelDuplicateException sameMoment) {
            throw taken();
        }
    }

    /** @throws ApiException 400, 403 or 404 for what is no permission, of the system, or unknown */
    void delete(String key) {
        requireEditable();
        if (!PermissionKey.valid(key)) {
            throw ApiException.badRequest("A permission's key has the form resource.action");
        }
        if (PermissionCatalogue.SYSTEM.contains(key)) {
            throw ApiException.forbidden("A system permission cannot be deleted");
        }
        RoleModel permission = app.client().getRole(key);
        if (permission == null) {
            throw ApiException.notFound();
        }
        if (!caller.mayGrant(permission)) {
            throw ApiException.forbidden("You may not take a permission that you do not hold");
        }
        app.client().removeRole(permission);
        record(OperationType.DELETE, key);
    }

    private void requireEditable() {
        if (!caller.mayEditCatalogue()) {
            throw ApiException.forbidden("You may not change the app's permissions");
        }
    }

    private void record(OperationType operation, String key) {
        new AdminEvents(session, caller.recordedAs())
                .record(
                        operation,
                        ResourceType.CLIENT_ROLE,
                        "clients",
                        app.client().getId(),
                        "roles",
                        key);
    }

    private static ApiException taken() {
        return ApiException.conflict("There is a permission of that name");
    }
}
