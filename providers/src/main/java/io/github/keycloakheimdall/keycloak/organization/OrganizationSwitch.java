/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import org.keycloak.common.Profile;
import org.keycloak.models.RealmModel;

/** Whether there are organizations: an operator may switch them off for the server, and an admin for the realm. */
public final class OrganizationSwitch {

    private OrganizationSwitch() {}

    /** Whether the server has them; where it has not, Keycloak has no provider of them either. */
    public static boolean isServerOn() {
        return Profile.isFeatureEnabled(Profile.Feature.ORGANIZATION);
    }

    /** Whether the server and the realm have them. */
    public static boolean isOn(RealmModel realm) {
        return isServerOn() && realm.isOrganizationsEnabled();
    }
}
