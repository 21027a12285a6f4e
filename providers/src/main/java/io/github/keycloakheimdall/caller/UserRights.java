/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.role.RoleGrants;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do in the product that the app is for: what their role in the app holds, and what the role holds
 * that they have in the tenant that their token is for. This API's own routes ask for the role in the app alone: they
 * reach every user of it, whatever the tenant.
 *
 * @param role the role in the app, or null
 * @param orgRole the role in the token's tenant, or null
 * @param permissions of both, sorted
 */
public record UserRights(@Nullable String role, @Nullable String orgRole, SortedSet<String> permissions) {

    /** Those that the user has now; of a tenant that they left since, none. */
    public static UserRights of(AppUser caller) {
        RoleGrants grants = AppRoles.of(caller.app(), caller.user());
        Optional<ActiveTenant> tenant =
                ActiveTenant.of(caller.app(), caller.user(), caller.claims().orgId());
        return tenant.map(active -> new UserRights(
                        grants.role(),
                        active.role().getName(),
                        grants.and(active.grants(caller.app())).permissions()))
                .orElseGet(() -> new UserRights(grants.role(), null, grants.permissions()));
    }
}
