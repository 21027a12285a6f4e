/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.organization.OrganizationRows;
import io.github.keycloakheimdall.keycloak.organization.OrganizationSwitch;
import org.jboss.logging.Logger;

/** Turns the organizations of a realm on for its first tenant. */
final class OrganizationStart {

    private static final Logger LOG = Logger.getLogger(OrganizationStart.class);

    private OrganizationStart() {}

    /** @throws ApiException {@code ORGANIZATIONS_OFF} when someone switched the realm's off, or the server's */
    static void require(App app) {
        if (!OrganizationSwitch.isServerOn()) {
            throw off("This server has organizations switched off, and tenants with them");
        }
        if (OrganizationSwitch.isOn(app.realm())) {
            return;
        }
        // Switched on again, those from before would count again: that is for who switched them off.
        if (OrganizationRows.any(app.session(), app.realm())) {
            throw off("Organizations are switched off for this realm, which has some");
        }
        app.realm().setOrganizationsEnabled(true);
        LOG.infof(
                "The first tenant of %s turned organizations on: its login page now asks for name and password on two"
                        + " pages",
                app.slug());
    }

    private static ApiException off(String message) {
        return ApiException.conflict(message, "ORGANIZATIONS_OFF");
    }
}
