/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** What the organization of a tenant is called, in the realm of the session. */
final class OrganizationNames {

    private final KeycloakSession session;

    OrganizationNames(KeycloakSession session) {
        this.session = session;
    }

    /** Organizations of a realm must differ in their names, tenants need not. */
    String name(String displayName, String displayId, @Nullable String ownId) {
        boolean free = session.getProvider(OrganizationProvider.class)
                .getAllStream(displayName, true, null, null)
                .allMatch(
                        other -> other.getId().equals(ownId) || !other.getName().equals(displayName));
        return free ? displayName : displayName + Tenant.suffix(displayId);
    }

    /** An alias never changes, so an earlier slug of another tenant may still be one. */
    String alias(String slug, String displayId) {
        boolean free = session.getProvider(OrganizationProvider.class)
                .getAllStream(Map.of(OrganizationModel.ALIAS, slug), null, null)
                .findAny()
                .isEmpty();
        return free ? slug : slug + '-' + displayId;
    }
}
