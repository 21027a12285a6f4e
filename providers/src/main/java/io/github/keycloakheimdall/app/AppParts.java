/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.ProfileAttributes;
import io.github.keycloakheimdall.keycloak.realm.SigningKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** What an app consists of in its realm: the client, the permissions, the system roles, the profile, the sessions. */
final class AppParts {

    /** Set on a role once it got its default permissions, so that an admin's later edit of them stands. */
    static final String SEEDED = "heimdall.seeded";

    private AppParts() {}

    /** Whether nothing is missing; reads the cached model only. */
    static boolean complete(KeycloakSession session, RealmModel realm) {
        ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
        return client != null
                && AppClient.isMarked(client)
                && !OptIn.isDue(session, realm, client)
                && OptIn.follows(realm, client)
                && PermissionCatalogue.SYSTEM.stream().allMatch(key -> client.getRole(key) != null)
                && Arrays.stream(SystemRole.values()).allMatch(role -> ready(realm, role))
                && ownerHoldsAll(realm, client)
                && parts(realm, client).allMatch(RoleTimes::known)
                && roles(realm).allMatch(role -> KeptPermissions.current(role, client))
                && SessionLifetime.fits(realm)
                && SigningKey.exists(session, realm)
                && ClientLimit.allLifted(realm, client)
                && ProfileAttributes.declared(session)
                && RealmNames.followed(session, realm);
    }

    static void add(KeycloakSession session, RealmModel realm) {
        ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
        boolean due = OptIn.isDue(session, realm, client);
        if (client == null) {
            client = AppClient.add(realm);
        }
        AppClient.mark(client);
        SessionLifetime.open(realm);
        SigningKey.make(session, realm);
        ClientLimit.liftAll(realm, client);
        if (due) {
            EventRetention.open(session, realm);
            OptIn.begin(session, realm, client);
        }
        OptIn.follow(session, realm, client);
        ProfileAttributes.declare(session);
        RealmNameRows.follow(session, realm);
        ClientModel own = client;
        List<String> remade = PermissionCatalogue.SYSTEM.stream()
                .filter(key -> own.getRole(key) == null)
                .toList();
        remade.forEach(key -> addPermission(own, key));
        for (RoleModel role : roles(realm).toList()) {
            KeptPermissions.restore(role, own);
            KeptPermissions.giveBack(role, own, remade);
        }
        for (SystemRole role : SystemRole.values()) {
            addRole(realm, client, role);
        }
        grantAllToOwner(realm, client);
        parts(realm, client).filter(role -> !RoleTimes.known(role)).forEach(RoleTimes::created);
        roles(realm).forEach(role -> KeptPermissions.keep(role, own));
        OptIn.end(client);
    }

    private static Stream<RoleModel> parts(RealmModel realm, ClientModel client) {
        return Stream.concat(roles(realm), client.getRolesStream());
    }

    private static Stream<RoleModel> roles(RealmModel realm) {
        return realm.getRolesStream().filter(AppModel::isAppRole);
    }

    private static void addPermission(ClientModel client, String key) {
        client.addRole(key).setSingleAttribute(AppModel.KIND, AppModel.SYSTEM);
    }

    /**
     * A role of that name that the realm had before is left alone unless someone marked it: whoever holds an unrelated
     * {@code admin} role must not become an admin of the API.
     */
    private static void addRole(RealmModel realm, ClientModel client, SystemRole system) {
        RoleModel role = realm.getRole(system.roleName());
        if (role == null) {
            role = realm.addRole(system.roleName());
            role.setDescription(system.description());
            role.setSingleAttribute(AppModel.KIND, AppModel.SYSTEM);
        } else if (!AppModel.isAppRole(role)) {
            return;
        }
        if (role.getFirstAttribute(SEEDED) == null) {
            grant(role, client, system.permissions());
            role.setSingleAttribute(SEEDED, "true");
        }
    }

    private static void grant(RoleModel role, ClientModel client, Collection<String> permissions) {
        for (String key : permissions) {
            role.addCompositeRole(client.getRole(key));
        }
    }

    private static void grantAllToOwner(RealmModel realm, ClientModel client) {
        RoleModel owner = realm.getRole(SystemRole.OWNER.roleName());
        if (!AppModel.isAppRole(owner)) {
            return;
        }
        List<RoleModel> held = owner.getCompositesStream().toList();
        client.getRolesStream().filter(permission -> !held.contains(permission)).forEach(owner::addCompositeRole);
    }

    private static boolean ready(RealmModel realm, SystemRole system) {
        RoleModel role = realm.getRole(system.roleName());
        return role != null && (!AppModel.isAppRole(role) || role.getFirstAttribute(SEEDED) != null);
    }

    private static boolean ownerHoldsAll(RealmModel realm, ClientModel client) {
        RoleModel owner = realm.getRole(SystemRole.OWNER.roleName());
        if (!AppModel.isAppRole(owner)) {
            return true;
        }
        List<RoleModel> held = owner.getCompositesStream().toList();
        return client.getRolesStream().allMatch(held::contains);
    }
}
