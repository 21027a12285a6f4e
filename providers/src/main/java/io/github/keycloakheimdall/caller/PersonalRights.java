/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.role.RoleGrants;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do in the product that the app is for: what their role in the app holds, and what the role holds
 * that they have in the tenant that their token is for. This API's own routes ask for the role in the app alone: they
 * reach every user of it, whatever the tenant.
 *
 * @param role the role in the app, or null
 * @param orgRole the role in the token's tenant, or null
 * @param permissions of both, sorted
 */
public record PersonalRights(
        @Nullable String role, @Nullable String orgRole, SortedSet<String> permissions) {

    /** Those that the person has now; of a tenant that they left since, none. */
    public static PersonalRights of(Person person) {
        RoleGrants grants = AppRoles.of(person.app(), person.user());
        Optional<ActiveTenant> tenant =
                ActiveTenant.of(person.app(), person.user(), person.claims().orgId());
        return tenant.map(active -> new PersonalRights(
                        grants.role(),
                        active.role().getName(),
                        grants.and(active.grants(person.app())).permissions()))
                .orElseGet(() -> new PersonalRights(grants.role(), null, grants.permissions()));
    }
}
