/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.List;
import java.util.Set;

/** The permissions that every app knows. */
public final class PermissionCatalogue {

    public static final String USER_CREATE = "user.create";
    public static final String USER_READ = "user.read";
    public static final String USER_UPDATE = "user.update";
    public static final String USER_DELETE = "user.delete";
    public static final String USER_LIST = "user.list";
    public static final String ROLE_CREATE = "role.create";
    public static final String ROLE_READ = "role.read";
    public static final String ROLE_UPDATE = "role.update";
    public static final String ROLE_DELETE = "role.delete";
    public static final String ROLE_ASSIGN = "role.assign";
    public static final String ROLE_REVOKE = "role.revoke";
    public static final String PERMISSION_CREATE = "permission.create";
    public static final String PERMISSION_READ = "permission.read";
    public static final String PERMISSION_DELETE = "permission.delete";
    public static final String SESSION_REVOKE = "session.revoke";
    public static final String TOKEN_CREATE = "token.create";

    /** All of the above. */
    public static final List<String> SYSTEM = List.of(
            USER_CREATE,
            USER_READ,
            USER_UPDATE,
            USER_DELETE,
            USER_LIST,
            ROLE_CREATE,
            ROLE_READ,
            ROLE_UPDATE,
            ROLE_DELETE,
            ROLE_ASSIGN,
            ROLE_REVOKE,
            PERMISSION_CREATE,
            PERMISSION_READ,
            PERMISSION_DELETE,
            SESSION_REVOKE,
            TOKEN_CREATE);

    private static final Set<String> READING = Set.of(USER_READ, USER_LIST, ROLE_READ, PERMISSION_READ);

    private PermissionCatalogue() {}

    /** Whether it lets its holder change something of others. */
    public static boolean isManaging(String permission) {
        return SYSTEM.contains(permission) && !READING.contains(permission);
    }
}
