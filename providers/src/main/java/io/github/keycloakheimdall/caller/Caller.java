/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.token.AccessClaims;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Who makes the request, known by a bearer that holds: a person, or a machine client.
 *
 * @param user the person, or the machine client's service account
 * @param claims what the bearer says
 */
public record Caller(UserModel user, AccessClaims claims) {

    /** Whether a machine client calls and no person. */
    public boolean isMachine() {
        return claims.isMachine();
    }

    /** The session that backs a person's bearer; after a logout it may be gone already. Null for a machine client. */
    public String sessionId() {
        return claims.sid();
    }

    /**
     * What the caller may do, sorted. A person holds what their roles hold now; a machine client holds the scopes of its
     * token that it was not stripped of since.
     */
    public SortedSet<String> permissions(App app) {
        if (!isMachine()) {
            return AppRoles.of(app, user).permissions();
        }
        return user.getClientRoleMappingsStream(app.client())
                .map(RoleModel::getName)
                .filter(claims.scopes()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
