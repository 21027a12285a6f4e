/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.Locale;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** Keycloak's admin roles, decided as its own admin REST API decides them; a manage role includes its view role. */
public enum AdminRole {
    VIEW_REALM(admin -> admin.realm().canViewRealm()),
    MANAGE_REALM(admin -> admin.realm().canManageRealm()),
    VIEW_USERS(admin -> admin.users().canView()),
    MANAGE_USERS(admin -> admin.users().canManage()),
    VIEW_CLIENTS(admin -> admin.clients().canView()),
    MANAGE_CLIENTS(admin -> admin.clients().canManage()),
    VIEW_EVENTS(admin -> admin.realm().canViewEvents());

    private final Predicate<AdminPermissionEvaluator> check;

    AdminRole(Predicate<AdminPermissionEvaluator> check) {
        this.check = check;
    }

    /** Whether the admin has the role over the realm. */
    public boolean heldBy(AdminAuth admin, KeycloakSession session, RealmModel realm) {
        return check.test(AdminPermissions.evaluator(session, realm, admin));
    }

    /** The name that the console shows. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
