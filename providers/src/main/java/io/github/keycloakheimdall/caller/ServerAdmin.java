/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.keycloak.admin.ServerRights;
import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * An admin of Keycloak on a route that is about no one app.
 *
 * @param rights what Keycloak lets the admin do with realms
 * @param workspaceId the id of the administration realm, which all apps of a server belong to
 */
public record ServerAdmin(AdminAuth recordedAs, ServerRights rights, String workspaceId) {

    static ServerAdmin of(KeycloakSession session, AdminAuth admin) {
        return new ServerAdmin(
                admin, new ServerRights(session, admin), AdminRealm.of(session).getId());
    }

    /** An id that no other admin has. */
    public String id() {
        return recordedAs.getUser().getId();
    }
}
