/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.role.RoleGrants;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The tenant that a session is in. The session remembers its id; whether the user still belongs to it is asked each
 * time.
 *
 * @param id the tenant's
 * @param role the user's role inside it
 */
public record ActiveTenant(String id, RoleModel role) {

    private static final String NOTE = "heimdall.tenant";

    /** The tenant of the session, while the user is a member and the tenant is active. */
    public static Optional<ActiveTenant> of(App app, UserSessionModel userSession) {
        return of(app, userSession.getUser(), userSession.getNote(NOTE));
    }

    /**
     * The tenant of that id, while the user is a member and the tenant is active.
     *
     * @param id may be null
     */
    public static Optional<ActiveTenant> of(App app, UserModel user, @Nullable String id) {
        return id == null ? Optional.empty() : find(app, user, id);
    }

    /**
     * The tenant that the user asks for.
     *
     * @throws ApiException 403 unless it is an active one that the user is a member of
     */
    public static ActiveTenant require(App app, UserModel user, String id) {
        return find(app, user, id)
                .orElseThrow(() -> ApiException.forbidden("Not a member of this tenant, or it is not active"));
    }

    /** Makes it the session's tenant. */
    public void enter(UserSessionModel userSession) {
        userSession.setNote(NOTE, id);
    }

    /** What the role holds. */
    public RoleGrants grants(App app) {
        return AppRoles.of(app, role);
    }

    private static Optional<ActiveTenant> find(App app, UserModel user, String id) {
        return new Tenants(app)
                .find(id)
                .filter(tenant -> tenant.status() == TenantStatus.ACTIVE)
                .flatMap(tenant -> new Members(app, tenant).of(user))
                .map(member -> new ActiveTenant(member.tenantId(), member.role()));
    }
}
