/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.Arrays;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Makes and takes away realms as Keycloak's admin REST API does, for admins whom it would let do it. */
public final class RealmMaker {

    private RealmMaker() {}

    /**
     * Makes a realm, of which the admin gets all rights unless they have them over every realm.
     *
     * @throws ModelDuplicateException when the name is taken
     */
    public static RealmModel make(KeycloakSession session, AdminAuth admin, RealmRepresentation file) {
        RealmModel realm = new RealmManager(session).importRealm(file);
        if (!admin.hasRealmRole(AdminRoles.ADMIN)) {
            ClientModel administration = realm.getMasterAdminClient();
            Arrays.stream(AdminRoles.ALL_REALM_ROLES)
                    .map(administration::getRole)
                    .forEach(admin.getUser()::grantRole);
        }
        event(session, admin, OperationType.CREATE, realm)
                .representation(ModelToRepresentation.toRepresentation(session, realm, false))
                .success();
        return realm;
    }

    /** Tells that a realm was deleted. */
    public static void recordRemoval(KeycloakSession session, AdminAuth admin, RealmModel realm) {
        event(session, admin, OperationType.DELETE, realm).success();
    }

    /** Such an event is of the admin's own realm. */
    private static AdminEventBuilder event(
            KeycloakSession session, AdminAuth admin, OperationType operation, RealmModel realm) {
        return new AdminEventBuilder(
                        admin.getRealm(), admin, session, session.getContext().getConnection())
                .realm(admin.getRealm())
                .resource(ResourceType.REALM)
                .operation(operation)
                .resourcePath(realm.getName());
    }
}
