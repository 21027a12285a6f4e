/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.tenant.Tenant;
import io.github.keycloakheimdall.tenant.Tenants;

/** The tenants of an app, as far as the caller may see or change them. */
final class ReachedTenants {

    private final Caller caller;
    private final Tenants tenants;

    ReachedTenants(App app, Caller caller) {
        this.caller = caller;
        this.tenants = new Tenants(app);
    }

    /** @throws ApiException 404 without such a tenant, 403 when the caller may not see it */
    Tenant requireSeen(String id) {
        Tenant tenant = require(id);
        if (!caller.maySee(tenant.organization())) {
            throw ApiException.forbidden("You may not see this tenant");
        }
        return tenant;
    }

    /** @throws ApiException 404 without such a tenant, 403 when the caller may not change it */
    Tenant requireManaged(String id) {
        Tenant tenant = require(id);
        if (!caller.mayManage(tenant.organization())) {
            throw ApiException.forbidden("You may not change this tenant");
        }
        return tenant;
    }

    /** Whoever may not look for tenants is not told which there are. */
    private Tenant require(String id) {
        return tenants.find(id)
                .orElseThrow(() -> caller.mayListTenants()
                        ? ApiException.notFound()
                        : ApiException.forbidden("You may not see this tenant"));
    }
}
