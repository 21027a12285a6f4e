/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

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

    private static final Set<String> OF_KEYS = Set.of(
            SIGNUP_CREATE,
            VERIFY_CREATE,
            VERIFY_SEND_EMAIL,
            PASSWORD_RESET_CREATE,
            PASSWORD_RESET_SEND_EMAIL,
            TENANT_CREATE,
            TENANT_READ,
            TENANT_UPDATE,
            TENANT_DELETE,
            TENANT_MEMBERS_ADD,
            TENANT_MEMBERS_REMOVE,
            TENANT_MEMBERS_UPDATE_ROLE);

    private static final String OLDER_PREFIX = "heimdall.";
    private static final String PREFIX = "auth.";

    private KeyPermissions() {}

    /**
     * Whether a key of the app can carry that permission.
     *
     * @param client the app's client, whose roles are its permissions
     */
    static boolean known(ClientModel client, String permission) {
        return OF_KEYS.contains(canonical(permission)) || client.getRole(permission) != null;
    }

    /** One name for a permission that has two: {@code heimdall.x} and {@code auth.x} mean the same. */
    static String canonical(String permission) {
        return permission.startsWith(OLDER_PREFIX) ? PREFIX + permission.substring(OLDER_PREFIX.length()) : permission;
    }
}
