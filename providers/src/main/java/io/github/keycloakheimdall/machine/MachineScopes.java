/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import java.util.Collection;
import java.util.List;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** What a machine client may do: the permissions given to its service account directly. */
final class MachineScopes {

    private MachineScopes() {}

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
     * @throws ApiException 400 for a permission that the app does not know
     */
    static void set(App app, UserModel account, Collection<String> permissions) {
        List<RoleModel> wanted =
                permissions.stream().distinct().map(key -> permission(app, key)).toList();
        List<RoleModel> held = account.getClientRoleMappingsStream(app.client()).toList();
        held.stream().filter(role -> !wanted.contains(role)).forEach(account::deleteRoleMapping);
        wanted.stream().filter(role -> !held.contains(role)).forEach(account::grantRole);
    }

    private static RoleModel permission(App app, String key) {
        RoleModel role = app.client().getRole(key);
        if (role == null) {
            throw ApiException.invalid("permissions", "names a permission that is not known: " + key);
        }
        return role;
    }
}
