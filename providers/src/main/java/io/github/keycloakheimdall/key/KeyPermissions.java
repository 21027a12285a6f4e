/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import static java.util.Map.entry;

import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.ClientModel;

/** What a key may be allowed: the app's permissions, and those that only a key can hold. */
public final class KeyPermissions {

    public static final String SIGNUP_CREATE = "auth.signup.create";
    public static final String VERIFY_CREATE = "auth.user.verify.create";
    public static final String VERIFY_SEND_EMAIL = "auth.user.verify.send-email";
    public static final String PASSWORD_RESET_CREATE = "auth.user.password-reset.create";
    public static final String PASSWORD_RESET_SEND_EMAIL = "auth.user.password-reset.send-email";
    public static final String TENANT_CREATE = "auth.tenant.create";
    public static final String TENANT_READ = "auth.tenant.read";
    public static final String TENANT_UPDATE = "auth.tenant.update";
    public static final String TENANT_DELETE = "auth.tenant.delete";
    public static final String TENANT_MEMBERS_ADD = "auth.tenant.members.add";
    public static final String TENANT_MEMBERS_REMOVE = "auth.tenant.members.remove";
    public static final String TENANT_MEMBERS_UPDATE_ROLE = "auth.tenant.members.update-role";

    private static final Set<AdminRole> OVER_USERS = Set.of(AdminRole.MANAGE_USERS);
    private static final Set<AdminRole> OVER_TENANTS = Set.of(AdminRole.MANAGE_ORGANIZATIONS);
    private static final Set<AdminRole> OVER_MEMBERS = Set.of(AdminRole.MANAGE_ORGANIZATIONS, AdminRole.MANAGE_USERS);

    /**
     * Those that only a key can hold, and the admin roles that someone needs to do without a key what the key lets do.
     */
    private static final Map<String, Set<AdminRole>> OF_KEYS = Map.ofEntries(
            entry(SIGNUP_CREATE, OVER_USERS),
            entry(VERIFY_CREATE, OVER_USERS),
            entry(VERIFY_SEND_EMAIL, OVER_USERS),
            entry(PASSWORD_RESET_CREATE, OVER_USERS),
            entry(PASSWORD_RESET_SEND_EMAIL, OVER_USERS),
            entry(TENANT_READ, Set.of(AdminRole.VIEW_ORGANIZATIONS)),
            entry(TENANT_CREATE, OVER_TENANTS),
            entry(TENANT_UPDATE, OVER_TENANTS),
            entry(TENANT_DELETE, OVER_TENANTS),
            entry(TENANT_MEMBERS_ADD, OVER_MEMBERS),
            entry(TENANT_MEMBERS_REMOVE, OVER_MEMBERS),
            entry(TENANT_MEMBERS_UPDATE_ROLE, OVER_MEMBERS));

    private static final String OLDER_PREFIX = "heimdall.";
    private static final String PREFIX = "auth.";

    private KeyPermissions() {}

    /**
     * Whether a key of the app can carry that permission.
     *
     * @param client the app's client, whose roles are its permissions
     */
    static boolean known(ClientModel client, String permission) {
        return OF_KEYS.containsKey(canonical(permission)) || client.getRole(permission) != null;
    }

    /**
     * The admin roles, all of them, that an admin needs who gives a key that permission: a key does not exceed its
     * maker. The system's permissions are about users and their roles; those that an app adds for itself, nothing here
     * asks for.
     */
    public static Set<AdminRole> adminRoles(String permission) {
        Set<AdminRole> ofApp = PermissionCatalogue.SYSTEM.contains(permission) ? OVER_USERS : Set.of();
        return OF_KEYS.getOrDefault(canonical(permission), ofApp);
    }

    /** One name for a permission that has two: {@code heimdall.x} and {@code auth.x} mean the same. */
    static String canonical(String permission) {
        return permission.startsWith(OLDER_PREFIX) ? PREFIX + permission.substring(OLDER_PREFIX.length()) : permission;
    }
}
