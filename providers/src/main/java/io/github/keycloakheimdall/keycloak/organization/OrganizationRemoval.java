/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.provider.ProviderEvent;

/** An organization that is being deleted, at whichever door. */
@Needs(Feature.ORGANIZATION_REMOVED_EVENT)
public record OrganizationRemoval(KeycloakSession session, OrganizationModel organization) {

    /** What the event says, if it is one. */
    public static Optional<OrganizationRemoval> of(ProviderEvent event) {
        return event instanceof OrganizationModel.OrganizationRemovedEvent removed
                ? Optional.of(new OrganizationRemoval(removed.getKeycloakSession(), removed.getOrganization()))
                : Optional.empty();
    }
}
