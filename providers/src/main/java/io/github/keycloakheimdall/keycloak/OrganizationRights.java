/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import org.keycloak.models.OrganizationModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What Keycloak's admin REST API lets an admin do to organizations. Before 26.7 it asks for the realm's management alone. */
final class OrganizationRights {

    private OrganizationRights() {}

    static boolean mayQuery(AdminPermissionEvaluator admin) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere() ? Since267.mayQuery(admin) : mayManageRealm(admin);
    }

    static boolean maySeeAll(AdminPermissionEvaluator admin) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere() ? Since267.maySeeAll(admin) : mayManageRealm(admin);
    }

    static boolean mayManageAll(AdminPermissionEvaluator admin) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere() ? Since267.mayManageAll(admin) : mayManageRealm(admin);
    }

    static boolean maySee(AdminPermissionEvaluator admin, OrganizationModel organization) {
        return Feature.ORGANIZATION_PERMISSIONS.isThere()
                ? Since267.maySee(admin, organization)
                : mayManageRealm(admin);
    }

    static boolean mayManage(AdminPermissionEvaluator admin, OrganizationModel organization) {
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
