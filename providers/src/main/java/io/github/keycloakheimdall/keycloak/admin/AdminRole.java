/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import io.github.keycloakheimdall.keycloak.organization.OrganizationRights;
import java.util.Locale;
import java.util.function.Predicate;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Keycloak's admin roles, decided as its own admin REST API decides them; a manage role includes its view role. */
public enum AdminRole {
    VIEW_REALM(admin -> admin.realm().canViewRealm()),
    MANAGE_REALM(admin -> admin.realm().canManageRealm()),
    QUERY_USERS(admin -> admin.users().canQuery()),
    VIEW_USERS(admin -> admin.users().canView()),
    MANAGE_USERS(admin -> admin.users().canManage()),
    QUERY_CLIENTS(admin -> admin.clients().canList()),
    VIEW_CLIENTS(admin -> admin.clients().canView()),
    MANAGE_CLIENTS(admin -> admin.clients().canManage()),
    QUERY_ORGANIZATIONS(OrganizationRights::mayQuery),
    VIEW_ORGANIZATIONS(OrganizationRights::maySeeAll),
    MANAGE_ORGANIZATIONS(OrganizationRights::mayManageAll),
    VIEW_IDENTITY_PROVIDERS(admin -> admin.realm().canViewIdentityProviders()),
    MANAGE_IDENTITY_PROVIDERS(admin -> admin.realm().canManageIdentityProviders()),
    VIEW_EVENTS(admin -> admin.realm().canViewEvents());

    private final Predicate<AdminPermissionEvaluator> check;

    AdminRole(Predicate<AdminPermissionEvaluator> check) {
        this.check = check;
    }

    /** Whether the admin has the role over everything in the realm. */
    boolean heldBy(AdminPermissionEvaluator admin) {
        return check.test(admin);
    }

    /** The name that the console shows. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
