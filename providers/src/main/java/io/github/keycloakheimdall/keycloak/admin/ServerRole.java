/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import java.util.function.Predicate;

/** What Keycloak lets an admin do who is about to name a realm, or none. */
public enum ServerRole {
    /** Whoever administers anything at all. */
    ANY("any admin role", ServerRights::administers),
    CREATE_REALM("create-realm", ServerRights::mayCreateRealms);

    private final String roleName;
    private final Predicate<ServerRights> check;

    ServerRole(String roleName, Predicate<ServerRights> check) {
        this.roleName = roleName;
        this.check = check;
    }

    /** The name that the console shows. */
    public String roleName() {
        return roleName;
    }

    /** Whether the admin has it. */
    public boolean heldBy(ServerRights admin) {
        return check.test(admin);
    }
}
