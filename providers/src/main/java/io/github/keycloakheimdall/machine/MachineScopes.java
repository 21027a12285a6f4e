/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.KeycloakAdmin;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** What a machine client may do: the permissions given to its service account directly. */
final class MachineScopes {

    private final App app;
    private final KeycloakAdmin admin;

    MachineScopes(App app, KeycloakAdmin admin) {
        this.app = app;
        this.admin = admin;
    }

    /** Sorted by name. */
    static List<String> of(App app, UserModel account) {
        return account.getClientRoleMappingsStream(app.client())
                .map(RoleModel::getName)
                .sorted()
                .toList();
    }

    /**
     * Makes these the account's only scopes.
     *
     * @throws ApiException 400 for a permission that the app does not know, 403 for one that Keycloak would not let the
     *     admin map to the account, or take from it
     */
    void set(UserModel account, Collection<String> permissions) {
        List<RoleModel> wanted =
                permissions.stream().distinct().map(this::permission).toList();
        List<RoleModel> held = account.getClientRoleMappingsStream(app.client()).toList();
        List<RoleModel> surplus =
                held.stream().filter(role -> !wanted.contains(role)).toList();
        List<RoleModel> lacking =
                wanted.stream().filter(role -> !held.contains(role)).toList();
        requireMappable(account, Stream.concat(surplus.stream(), lacking.stream()));
        surplus.forEach(account::deleteRoleMapping);
        lacking.forEach(account::grantRole);
    }

    private void requireMappable(UserModel account, Stream<RoleModel> changed) {
        List<String> beyond = changed.filter(role -> !admin.mayMapRolesOf(account) || !admin.mayGive(role))
                .map(RoleModel::getName)
                .sorted()
                .toList();
        if (!beyond.isEmpty()) {
            throw ApiException.forbidden("A client may not do what you may not: " + String.join(", ", beyond));
        }
    }

    private RoleModel permission(String key) {
        RoleModel role = app.client().getRole(key);
        if (role == null) {
            throw ApiException.invalid(
                    "permissions", FieldFault.UNKNOWN, "names a permission that is not known: " + key);
        }
        return role;
    }
}
