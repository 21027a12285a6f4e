/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;

/**
 * What an app role holds, kept a second time with the role: permissions are roles of the app's client, and go with it
 * when it is deleted or overwritten by an import. A permission that an admin takes away is no longer kept either.
 */
final class KeptPermissions {

    private static final String NAMES = "heimdall.permissions";

    /** Of which client the permissions were, by Keycloak's own id. */
    private static final String CLIENT = "heimdall.permissions_of";

    private KeptPermissions() {}

    static boolean current(RoleModel role, ClientModel client) {
        return client.getId().equals(role.getFirstAttribute(CLIENT))
                && kept(role).equals(held(role, client));
    }

    static void keep(RoleModel role, ClientModel client) {
        if (!current(role, client)) {
            role.setAttribute(NAMES, List.copyOf(held(role, client)));
            role.setSingleAttribute(CLIENT, client.getId());
        }
    }

    /** Gives back to the role what it held of the client that was there until shortly, if it lost all of it. */
    static void restore(RoleModel role, ClientModel client) {
        boolean lost = LostClient.was(client.getRealm().getId(), role.getFirstAttribute(CLIENT));
        if (!lost || !held(role, client).isEmpty()) {
            return;
        }
        for (String name : kept(role)) {
            RoleModel permission = client.getRole(name);
            if (permission == null) {
                permission = client.addRole(name);
                AppModel.markCustom(permission);
            }
            role.addCompositeRole(permission);
        }
    }

    /** Gives back to the role which of these permissions it held, that somebody deleted and that were made anew. */
    static void giveBack(RoleModel role, ClientModel client, Collection<String> remade) {
        if (client.getId().equals(role.getFirstAttribute(CLIENT))) {
            Set<String> kept = kept(role);
            remade.stream()
                    .filter(name -> kept.contains(name) && LostPermissions.had(client.getId(), name))
                    .forEach(name -> role.addCompositeRole(client.getRole(name)));
        }
    }

    private static Set<String> kept(RoleModel role) {
        return role.getAttributeStream(NAMES).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> held(RoleModel role, ClientModel client) {
        return role.getCompositesStream()
                .filter(part -> AppModel.isPermission(part, client))
                .map(RoleModel::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
