/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.RoleTimes;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Cursor;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.realm.KeycloakRoles;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.user.RoleHolders;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RoleModel;

/** The app's roles: the realm roles that are marked as such. */
final class Roles {

    static final String NAME = "^[a-z][a-z0-9_-]{1,47}$";

    /** Times of one width sort as text. */
    private static final Comparator<Cursor> BY_AGE =
            Comparator.comparing(Cursor::key).thenComparing(Cursor::id);

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    Roles(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /** A page of them, the oldest first; Keycloak caches the roles of a realm, so this asks no database. */
    Page<RoleModel> page(PageRequest request) {
        app.sync();
        List<RoleModel> rows = app.realm()
                .getRolesStream()
                .filter(AppModel::isAppRole)
                .filter(role -> request.after() == null || BY_AGE.compare(place(role), request.after()) > 0)
                .sorted(Comparator.comparing(Roles::place, BY_AGE))
                .limit(request.limit() + 1L)
                .toList();
        return Page.cut(session, rows, request.limit(), Roles::place);
    }

    /** @throws ApiException 404 without such a role */
    RoleModel require(String name) {
        app.sync();
        return AppRoles.named(app, name).orElseThrow(ApiException::notFound);
    }

    /** @throws ApiException 404 without such a role, 403 when the caller may not change it */
    RoleModel requireEditable(String name) {
        RoleModel role = require(name);
        if (!caller.mayEdit(role)) {
            throw ApiException.forbidden("This role may do more than you");
        }
        return role;
    }

    /** The permissions that a role holds, by name. */
    List<RoleModel> permissions(RoleModel role) {
        return AppRoles.of(app, role).permissions().stream()
                .map(app.client()::getRole)
                .toList();
    }

    /**
     * Makes a role that holds nothing yet.
     *
     * @throws ApiException 409 when the realm has a role of that name, whatever it is for, or Keycloak means something
     *     by it
     */
    RoleModel create(String name, @Nullable String description) {
        // A realm role is in the tokens of the realm's other clients too, some of which go by its name alone.
        RoleModel known = app.realm().getRole(name);
        if (KeycloakRoles.RESERVED.contains(name) || known != null && AppModel.isAppRole(known)) {
            throw taken();
        }
        if (known != null) {
            throw ApiException.conflict("The realm has a role of that name that is none of the app's; the attribute"
                    + " heimdall.role=%s, set in Keycloak's console, makes it one".formatted(AppModel.kindOf(name)));
        }
        try {
            RoleModel role = app.realm().addRole(name);
            role.setDescription(description);
            AppModel.markCustom(role);
            Database.flush(session);
            record(OperationType.CREATE, name);
            return role;
        } catch (ModelDuplicateException sameMoment) {
            throw taken();
        }
    }

    /** Describes the role anew; null leaves it as it is, the empty string takes the description away. */
    RoleModel describe(String name, @Nullable String description) {
        RoleModel role = require(name);
        if (description != null) {
            role.setDescription(description.isEmpty() ? null : description);
            RoleTimes.changed(role);
            record(OperationType.UPDATE, role.getName());
        }
        return role;
    }

    /**
     * @throws ApiException 403 for a system role and for one that the caller may not change, 409 {@code ROLE_IN_USE}
     * while someone has it or would get it at signup
     */
    void delete(String name) {
        RoleModel role = requireEditable(name);
        if (AppModel.isSystemRole(role)) {
            throw ApiException.forbidden("A system role cannot be deleted");
        }
        boolean used = role.getName().equals(app.config().signupDefaultRole()) || new RoleHolders(session, role).any();
        if (used) {
            throw ApiException.conflict("The role is in use", "ROLE_IN_USE");
        }
        String removed = role.getName();
        app.realm().removeRole(role);
        record(OperationType.DELETE, removed);
    }

    private void record(OperationType operation, String name) {
        new AdminEvents(session, caller.recordedAs()).record(operation, ResourceType.REALM_ROLE, "roles", name);
    }

    private static Cursor place(RoleModel role) {
        String millis = "%015d".formatted(RoleTimes.createdAt(role).toEpochMilli());
        return new Cursor(millis, role.getId());
    }

    private static ApiException taken() {
        return ApiException.conflict("There is a role of that name");
    }
}
