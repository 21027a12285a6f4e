/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.organization.OrganizationExit;
import io.github.keycloakheimdall.keycloak.organization.OrganizationLock;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.table.OwnTables;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Makes, changes and deletes tenants. Two of one slug at the same time: the database lets one through. */
public final class TenantChanges {

    private final KeycloakSession session;
    private final App app;
    private final OrganizationNames names;

    public TenantChanges(App app) {
        this.session = app.session();
        this.app = app;
        this.names = new OrganizationNames(session);
    }

    /**
     * Makes a tenant, active and without members.
     *
     * @param slug null takes one from the name
     * @param metadata JSON, or null
     * @throws ApiException 409 when the slug is taken, {@code ORGANIZATIONS_OFF} when someone switched the realm's
     *     off, or the server's
     */
    public Tenant create(String displayName, @Nullable String slug, @Nullable String metadata) {
        OrganizationStart.require(app);
        String displayId = TenantIds.random();
        try {
            String chosen = slug == null ? freeSlug(TenantIds.slug(displayName)) : slug;
            requireFree(chosen);
            OrganizationModel made =
                    organizations().create(names.name(displayName, displayId, null), names.alias(chosen, displayId));
            Database.flush(session);
            TenantEntity row = TenantEntity.of(app.id(), made.getId(), displayId, chosen);
            if (metadata != null) {
                row.metadata = metadata;
            }
            OwnTables.entityManager(session).persist(row);
            Database.flush(session);
            return new Tenant(organizations().getById(made.getId()), row);
        } catch (ModelDuplicateException another) {
            throw taken();
        }
    }

    /**
     * Changes what is not null.
     *
     * @param metadata JSON, takes the place of all before
     * @throws ApiException 409 when the slug is taken
     */
    public Tenant update(
            Tenant tenant,
            @Nullable String displayName,
            @Nullable String slug,
            @Nullable TenantStatus status,
            @Nullable String metadata) {
        OrganizationModel organization = tenant.organization();
        TenantEntity row = tenant.row();
        try {
            if (displayName != null && !displayName.equals(tenant.displayName())) {
                organization.setName(names.name(displayName, row.displayId, organization.getId()));
            }
            if (slug != null && !slug.equals(row.slug)) {
                requireFree(slug);
                row.slug = slug;
            }
            if (status != null) {
                organization.setEnabled(status == TenantStatus.ACTIVE);
                row.archived = status == TenantStatus.ARCHIVED;
            }
            if (metadata != null) {
                row.metadata = metadata;
            }
            row.updatedAt = Math.max(Clock.millis(), row.updatedAt + 1);
            Database.flush(session);
            return new Tenant(organizations().getById(organization.getId()), row);
        } catch (ModelDuplicateException another) {
            throw taken();
        }
    }

    /**
     * Deletes the tenant with its memberships; the accounts stay.
     *
     * @throws ApiException 404 when another request did
     */
    public void delete(Tenant tenant) {
        if (!OrganizationLock.acquire(session, app.realm(), tenant.id())) {
            throw ApiException.notFound();
        }
        OwnTables.entityManager(session).remove(tenant.row());
        Database.flush(session);
        new OrganizationExit(session).delete(tenant.organization());
    }

    private String freeSlug(String wanted) {
        String slug = wanted;
        while (new Tenants(app).hasSlug(slug)) {
            slug = TenantIds.varied(wanted);
        }
        return slug;
    }

    private void requireFree(String slug) {
        if (new Tenants(app).hasSlug(slug)) {
            throw taken();
        }
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }

    private static ApiException taken() {
        return ApiException.conflict("The slug is taken");
    }
}
