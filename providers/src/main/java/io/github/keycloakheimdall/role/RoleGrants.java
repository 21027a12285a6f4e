/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.role;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.keycloak.realm.KeycloakRoles;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/**
 * App roles and permissions, and whether Keycloak itself is administered by them. Unmodifiable.
 *
 * @param names the app roles, the one that names the user first
 * @param permissions sorted by name
 * @param administers whether a role of Keycloak's administration is among them
 */
public record RoleGrants(SortedSet<String> names, SortedSet<String> permissions, boolean administers) {

    /** owner, admin, custom roles by name, member. */
    public static final Comparator<String> RANK =
            Comparator.comparingInt(RoleGrants::rank).thenComparing(Comparator.naturalOrder());

    static final RoleGrants NONE = new RoleGrants(new TreeSet<>(RANK), new TreeSet<>(), false);

    public RoleGrants {
        names = Collections.unmodifiableSortedSet(names);
        permissions = Collections.unmodifiableSortedSet(permissions);
    }

    /** The role that names the user, or null without one. */
    public @Nullable String role() {
        return names.isEmpty() ? null : names.first();
    }

    static RoleGrants expand(RoleModel role, ClientModel client) {
        SortedSet<String> names = new TreeSet<>(RANK);
        SortedSet<String> permissions = new TreeSet<>();
        collect(role, client, AppModel.isPermission(role, client), names, permissions, new HashSet<>());
        return new RoleGrants(names, permissions, administers(role));
    }

    static boolean administers(RoleModel role) {
        return RoleUtils.expandCompositeRoles(Set.of(role)).stream().anyMatch(KeycloakRoles::administers);
    }

    /**
     * A permission holds nothing else: who may compose the client's roles must not reach whom they are given to. What a
     * role that is none of the app's holds counts for nothing, but for app roles: nobody has rights that no role shows.
     *
     * @param counts whether a permission that is found is given by the app's role, or by itself
     */
    private static void collect(
            RoleModel role,
            ClientModel client,
            boolean counts,
            Set<String> names,
            Set<String> permissions,
            Set<String> seen) {
        if (AppModel.isPermission(role, client)) {
            if (counts) {
                permissions.add(role.getName());
            }
            return;
        }
        boolean ofApp = counts || AppModel.isAppRole(role);
        if (!seen.add(role.getId() + ofApp)) {
            return;
        }
        if (AppModel.isAppRole(role)) {
            names.add(role.getName());
            if (role.getName().equals(SystemRole.OWNER.roleName())) {
                client.getRolesStream().map(RoleModel::getName).forEach(permissions::add);
            }
        }
        if (role.isComposite()) {
            role.getCompositesStream().forEach(part -> collect(part, client, ofApp, names, permissions, seen));
        }
    }

    /** These and the other ones. */
    public RoleGrants and(RoleGrants other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        SortedSet<String> allNames = new TreeSet<>(RANK);
        SortedSet<String> allPermissions = new TreeSet<>();
        for (RoleGrants grants : List.of(this, other)) {
            allNames.addAll(grants.names);
            allPermissions.addAll(grants.permissions);
        }
        return new RoleGrants(allNames, allPermissions, administers || other.administers);
    }

    /** The same for someone whom Keycloak did not give the role: they administer nothing by it. */
    RoleGrants inApp() {
        return administers ? new RoleGrants(names, permissions, false) : this;
    }

    private boolean isEmpty() {
        return names.isEmpty() && permissions.isEmpty() && !administers;
    }

    private static int rank(String name) {
        if (name.equals(SystemRole.OWNER.roleName())) {
            return 0;
        }
        if (name.equals(SystemRole.ADMIN.roleName())) {
            return 1;
        }
        return name.equals(SystemRole.MEMBER.roleName()) ? 3 : 2;
    }
}
