/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.keycloak.organization.OrganizationRows;
import io.github.keycloakheimdall.keycloak.organization.OrganizationSwitch;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the realm's organizations are on. Who has none may go without them. */
public final class OrganizationCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        if (OrganizationSwitch.isOn(realm) || !OrganizationRows.any(session, realm)) {
            return Stream.empty();
        }
        return Stream.of(
                OrganizationSwitch.isServerOn()
                        ? off("for the realm", "Switch organizations on in the realm's settings")
                        : off("for the whole server", "Enable Keycloak's feature 'organization'"));
    }

    private static Finding off(String where, String cure) {
        return Finding.warning(
                "organizations_off",
                "The realm has organizations, which are switched off " + where
                        + ", so the app has no tenants, and roles inside them give nothing.",
                cure + ", or delete them if nobody needs them.");
    }
}
