/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.organization.OrganizationRows;
import io.github.keycloakheimdall.keycloak.organization.OrganizationSwitch;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.organization.OrganizationProvider;

/**
 * Finds an app's tenants. An organization that was made in the console becomes a tenant when it is first seen. While
 * organizations are switched off for the realm or for the server there are none.
 */
public final class Tenants {

    private final KeycloakSession session;
    private final App app;

    public Tenants(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** The tenant of that id or display id. */
    public Optional<Tenant> find(String id) {
        if (!OrganizationSwitch.isOn(app.realm())) {
            return Optional.empty();
        }
        if (id.startsWith(TenantIds.PREFIX)) {
            return rowBy("displayId", id).flatMap(this::tenant);
        }
        if (!OrganizationRows.exists(session, app.realm(), id)) {
            return Optional.empty();
        }
        TenantEntity row = database().find(TenantEntity.class, id);
        if (row == null) {
            new Adoption(app).run();
            row = database().find(TenantEntity.class, id);
        }
        return Optional.ofNullable(row).flatMap(this::tenant);
    }

    /** Whether a tenant of this app has the slug. */
    public boolean hasSlug(String slug) {
        return rowBy("slug", slug).isPresent();
    }

    /**
     * Tenants from the newest to the oldest, one more than the limit where there are more.
     *
     * @param status which ones, or null
     */
    public List<Tenant> list(@Nullable TenantStatus status, TimeCursor after, int limit) {
        if (!OrganizationSwitch.isOn(app.realm())) {
            return List.of();
        }
        new Adoption(app).run();
        String only = status == null
                ? ""
                : switch (status) {
                    case ACTIVE -> " and org.enabled = true";
                    case SUSPENDED -> " and org.enabled = false and row.archived = false";
                    case ARCHIVED -> " and org.enabled = false and row.archived = true";
                };
        return database()
                .createQuery(
                        "select row from TenantEntity row, OrganizationEntity org where org.id = row.id"
                                + " and row.realmId = :realm" + only
                                + " and (row.createdAt < :at or (row.createdAt = :at and row.id < :id))"
                                + " order by row.createdAt desc, row.id desc",
                        TenantEntity.class)
                .setParameter("realm", app.id())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit + 1)
                .getResultStream()
                .flatMap(row -> tenant(row).stream())
                .toList();
    }

    private Optional<TenantEntity> rowBy(String field, String value) {
        return rows(session, app.id(), field, value).stream().findFirst();
    }

    static List<TenantEntity> rows(KeycloakSession session, String realmId, String field, String value) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select row from TenantEntity row where row.realmId = :realm and row." + field + " = :value",
                        TenantEntity.class)
                .setParameter("realm", realmId)
                .setParameter("value", value)
                .getResultList();
    }

    private Optional<Tenant> tenant(TenantEntity row) {
        return Optional.ofNullable(organizations().getById(row.id)).map(found -> new Tenant(found, row));
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }

    private EntityManager database() {
        return OwnTables.entityManager(session);
    }

    /** @throws ApiException 404 when there is none */
    public Tenant require(String id) {
        return find(id).orElseThrow(ApiException::notFound);
    }
}
