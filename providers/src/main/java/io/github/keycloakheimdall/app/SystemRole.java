/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static io.github.keycloakheimdall.app.PermissionCatalogue.ROLE_ASSIGN;
import static io.github.keycloakheimdall.app.PermissionCatalogue.ROLE_READ;
import static io.github.keycloakheimdall.app.PermissionCatalogue.ROLE_REVOKE;
import static io.github.keycloakheimdall.app.PermissionCatalogue.USER_LIST;
import static io.github.keycloakheimdall.app.PermissionCatalogue.USER_READ;
import static io.github.keycloakheimdall.app.PermissionCatalogue.USER_UPDATE;

import java.util.List;
import java.util.Locale;

/** The roles that every app starts with, and the permissions that they start with (guide, step 1). */
public enum SystemRole {
    OWNER("Holds every permission", PermissionCatalogue.SYSTEM),
    ADMIN(
            "Manages users and their roles",
            List.of(USER_READ, USER_LIST, USER_UPDATE, ROLE_READ, ROLE_ASSIGN, ROLE_REVOKE)),
    MEMBER("An ordinary user", List.of(USER_READ, ROLE_READ));

    private final String description;
    private final List<String> permissions;

    SystemRole(String description, List<String> permissions) {
        this.description = description;
        this.permissions = permissions;
    }

    /** The realm role's name. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    List<String> permissions() {
        return permissions;
    }
}
