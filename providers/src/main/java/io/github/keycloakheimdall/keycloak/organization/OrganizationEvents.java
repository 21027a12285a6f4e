/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.keycloak.event.AdminTrail;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Tells Keycloak's admin events what this API changed of organizations, as Keycloak's own Organizations REST would. */
public final class OrganizationEvents {

    static final String ORGANIZATIONS = "organizations";

    private final AdminTrail trail;

    /** @param admin in whose name it is recorded */
    public OrganizationEvents(KeycloakSession session, AdminAuth admin) {
        this.trail = new AdminTrail(session, admin);
    }

    /**
     * A backend with an API key. It is no user of Keycloak's, so its events carry the key's id in place of a user's.
     *
     * @param client which the backend calls
     */
    public static AdminAuth backend(KeycloakSession session, RealmModel realm, ClientModel client, String keyId) {
        return new AdminAuth(realm, null, new InMemoryUserAdapter(session, realm, keyId), client);
    }

    public void created(OrganizationModel organization) {
        about(organization, OperationType.CREATE);
    }

    public void updated(OrganizationModel organization) {
        about(organization, OperationType.UPDATE);
    }

    public void deleted(String organizationId) {
        trail.event(OperationType.DELETE, ORGANIZATIONS, organizationId)
                .resource(ResourceType.ORGANIZATION)
                .success();
    }

    private void about(OrganizationModel organization, OperationType operation) {
        trail.event(operation, ORGANIZATIONS, organization.getId())
                .resource(ResourceType.ORGANIZATION)
                .representation(ModelToRepresentation.toRepresentation(organization))
                .success();
    }
}
