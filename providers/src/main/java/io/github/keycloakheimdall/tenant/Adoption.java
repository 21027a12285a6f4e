/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.organization.OrganizationRows;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Makes tenants of the app's organizations that were made elsewhere, each in a transaction of its own. */
final class Adoption {

    private static final Logger LOG = Logger.getLogger(Adoption.class);

    private final KeycloakSession session;
    private final App app;

    Adoption(App app) {
        this.session = app.session();
        this.app = app;
    }

    void run() {
        for (String id : OrganizationRows.without(session, app.realm(), TenantEntity.class.getName())) {
            try {
                OwnTransaction.run(session, own -> {
                    OrganizationModel found =
                            own.getProvider(OrganizationProvider.class).getById(id);
                    if (found != null) {
                        String displayId = TenantIds.random();
                        String slug = TenantIds.slug(found.getAlias());
                        boolean taken = !slugFree(own, app.id(), slug);
                        OwnTables.entityManager(own)
                                .persist(TenantEntity.of(
                                        app.id(), id, displayId, taken ? TenantIds.varied(slug) : slug));
                    }
                });
            } catch (ModelDuplicateException another) {
                LOG.debugf("Another request made organization %s a tenant", id);
            }
        }
    }

    private static boolean slugFree(KeycloakSession session, String realmId, String slug) {
        return Tenants.rows(session, realmId, "slug", slug).isEmpty();
    }
}
