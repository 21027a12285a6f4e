/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** Tells the roles of Keycloak's own administration from all others. */
public final class KeycloakRoles {

    /** Names of roles that Keycloak and its adapters give a meaning of their own. */
    public static final Set<String> RESERVED = Stream.of(
                    Arrays.stream(AdminRoles.ALL_REALM_ROLES),
                    Stream.of(
                            AdminRoles.REALM_ADMIN,
                            AdminRoles.CREATE_REALM,
                            Constants.OFFLINE_ACCESS_ROLE,
                            Constants.AUTHZ_UMA_AUTHORIZATION))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    /** In the administration realm each realm has a client of its own for its admins. */
    private static final String OF_A_REALM = "-realm";

    private KeycloakRoles() {}

    /** Whether the user administers Keycloak, by roles of any depth and of groups; asked anew each time. */
    public static boolean administers(UserModel user) {
        return RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(KeycloakRoles::administers);
    }

    /**
     * Whether the role, not looking at what it holds, lets its holder call Keycloak's admin API, to view or to manage.
     */
    public static boolean administers(RoleModel role) {
        if (role.getContainer() instanceof ClientModel client) {
            String clientId = client.getClientId();
            return Constants.REALM_MANAGEMENT_CLIENT_ID.equals(clientId)
                    || clientId.endsWith(OF_A_REALM) && AdminRealm.is(client.getRealm());
        }
        return role.getContainer() instanceof RealmModel realm && AdminRealm.is(realm);
    }
}
