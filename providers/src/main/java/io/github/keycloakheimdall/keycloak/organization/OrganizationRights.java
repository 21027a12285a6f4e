/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import org.keycloak.models.OrganizationModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What Keycloak's admin REST API lets an admin do to organizations. Before 26.7 it asks for the realm's management
 * alone.
 */
public final class OrganizationRights {

    private OrganizationRights() {}

    public static boolean mayQuery(AdminPermissionEvaluator admin) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere() ? Since267.mayQuery(admin) : mayManageRealm(admin);
    }

    public static boolean maySeeAll(AdminPermissionEvaluator admin) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere() ? Since267.maySeeAll(admin) : mayManageRealm(admin);
    }

    public static boolean mayManageAll(AdminPermissionEvaluator admin) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere() ? Since267.mayManageAll(admin) : mayManageRealm(admin);
    }

    public static boolean maySee(AdminPermissionEvaluator admin, OrganizationModel organization) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere()
                ? Since267.maySee(admin, organization)
                : mayManageRealm(admin);
    }

    public static boolean mayManage(AdminPermissionEvaluator admin, OrganizationModel organization) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere()
                ? Since267.mayManage(admin, organization)
                : mayManageRealm(admin);
    }

    private static boolean mayManageRealm(AdminPermissionEvaluator admin) {
        return admin.realm().canManageRealm();
    }

    @Needs(Feature.ORGANIZATION_PERMISSIONS)
    private static final class Since267 {

        static boolean mayQuery(AdminPermissionEvaluator admin) {
            return admin.orgs().canQuery();
        }

        static boolean maySeeAll(AdminPermissionEvaluator admin) {
            return admin.orgs().canView();
        }

        static boolean mayManageAll(AdminPermissionEvaluator admin) {
            return admin.orgs().canManage();
        }

        static boolean maySee(AdminPermissionEvaluator admin, OrganizationModel organization) {
            return admin.orgs().canView(organization);
        }

        static boolean mayManage(AdminPermissionEvaluator admin, OrganizationModel organization) {
            return admin.orgs().canManage(organization);
        }
    }
}
