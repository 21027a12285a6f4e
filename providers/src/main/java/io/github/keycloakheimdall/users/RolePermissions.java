/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.RoleTimes;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;

/** What a role holds, as a whole. */
final class RolePermissions {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    RolePermissions(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /**
     * Replaces all that the role holds, also what the console gave it by way of another role.
     *
     * @param expected what the role held when the caller read it; null asks nothing
     * @throws ApiException 404 without such a role, 400 that names unknown permissions, 403 when the caller may not
     *     change the role or grant one of them, or when the owner would hold less than everything, 409 when the role
     *     holds something else than was expected
     */
    void replace(String roleName, List<String> keys, @Nullable List<String> expected) {
        RoleModel role = new Roles(app, caller).requireEditable(roleName);
        List<RoleModel> permissions = known(keys);
        requireGrantable(permissions);
        if (AppModel.isSystemRole(role) && role.getName().equals(SystemRole.OWNER.roleName())) {
            requireEverything(keys);
        }
        requireAsExpected(role, expected);
        List<RoleModel> before = role.getCompositesStream()
                .filter(part ->
                        !AppRoles.of(app, part).permissions().isEmpty() || AppModel.isPermission(part, app.client()))
                .toList();
        before.stream().filter(part -> !permissions.contains(part)).forEach(role::removeCompositeRole);
        permissions.stream().filter(part -> !before.contains(part)).forEach(role::addCompositeRole);
        RoleTimes.changed(role);
        EventNote note = EventNote.NONE.changed("permissions", names(before), names(permissions));
        new AdminEvents(session, caller.recordedAs())
                .record(note, OperationType.UPDATE, ResourceType.REALM_ROLE, "roles", role.getName(), "composites");
    }

    private void requireAsExpected(RoleModel role, @Nullable List<String> expected) {
        if (expected != null
                && !new HashSet<>(expected)
                        .equals(new HashSet<>(AppRoles.of(app, role).permissions()))) {
            throw ApiException.conflict(
                    "Someone changed the role meanwhile; read it and try again", "CHANGED_MEANWHILE");
        }
    }

    private static String names(List<RoleModel> parts) {
        return parts.stream().map(RoleModel::getName).sorted().collect(Collectors.joining(" "));
    }

    private void requireGrantable(List<RoleModel> permissions) {
        List<String> missing = permissions.stream()
                .filter(permission -> !caller.mayGrant(permission))
                .map(RoleModel::getName)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw ApiException.forbidden("Cannot grant permissions you do not hold: " + String.join(", ", missing));
        }
    }

    private List<RoleModel> known(List<String> keys) {
        List<String> unknown = keys.stream()
                .filter(key -> !PermissionKey.valid(key) || app.client().getRole(key) == null)
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw ApiException.invalid("permissions", FieldFault.UNKNOWN, "unknown: " + String.join(", ", unknown));
        }
        return keys.stream().distinct().map(app.client()::getRole).toList();
    }

    private void requireEverything(List<String> keys) {
        Set<String> given = new HashSet<>(keys);
        if (!app.client().getRolesStream().map(RoleModel::getName).allMatch(given::contains)) {
            throw ApiException.forbidden("The owner role always holds every permission");
        }
    }
}
