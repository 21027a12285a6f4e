/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;
import org.keycloak.services.resources.admin.fgap.RealmsPermissionEvaluator;

/**
 * What an admin may do with realms, by the roles that their token carries, as Keycloak's own list of realms asks. No
 * realm is loaded for it: Keycloak looks at each.
 */
public final class ServerRights {

    private final AdminAuth admin;
    private final AccessToken token;
    private final boolean ofServer;
    private final RealmsPermissionEvaluator evaluator;

    public ServerRights(KeycloakSession session, AdminAuth admin) {
        this.admin = admin;
        this.token = TokenRoles.named(session, admin);
        this.ofServer = AdminRealm.is(admin.getRealm());
        this.evaluator = AdminPermissions.realms(session, admin);
    }

    /** Whether the admin may make realms. */
    public boolean mayCreateRealms() {
        return evaluator.canCreateRealm();
    }

    /** Whether the admin has a role of any realm's administration. */
    public boolean administers() {
        return ofServer && (holds(AdminRoles.ADMIN) || holds(AdminRoles.CREATE_REALM))
                || !clientsWith(AdminRoles.ALL_REALM_ROLES).isEmpty();
    }

    /** Which realms the admin may look into. */
    public SeenRealms seen() {
        if (!ofServer) {
            boolean own =
                    !clientsWith(AdminRoles.VIEW_REALM, AdminRoles.MANAGE_REALM).isEmpty();
            return own ? SeenRealms.one(admin.getRealm().getId()) : SeenRealms.NONE;
        }
        return holds(AdminRoles.ADMIN)
                ? SeenRealms.ALL
                : SeenRealms.ofClients(clientsWith(AdminRoles.VIEW_REALM, AdminRoles.MANAGE_REALM));
    }

    private boolean holds(String role) {
        AccessToken.Access roles = token.getRealmAccess();
        return roles != null && roles.isUserInRole(role);
    }

    /** The client ids of realms' administrations of which the token carries one of these roles. */
    private Set<String> clientsWith(String... roles) {
        return token.getResourceAccess().entrySet().stream()
                .filter(client -> isOfAdministration(client.getKey()))
                .filter(client -> Arrays.stream(roles).anyMatch(client.getValue()::isUserInRole))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isOfAdministration(String clientId) {
        return ofServer ? clientId.endsWith("-realm") : clientId.equals(Constants.REALM_MANAGEMENT_CLIENT_ID);
    }
}
