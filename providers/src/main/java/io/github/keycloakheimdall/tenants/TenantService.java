/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.Metadata;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.organization.OrganizationEvents;
import io.github.keycloakheimdall.tenant.Tenant;
import io.github.keycloakheimdall.tenant.TenantChanges;
import io.github.keycloakheimdall.tenant.TenantStatus;
import io.github.keycloakheimdall.tenant.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** What both doors do with tenants: a backend with its key, and an admin. */
final class TenantService {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;
    private final Tenants tenants;
    private final ReachedTenants reached;
    private final OrganizationEvents events;

    TenantService(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.tenants = new Tenants(app);
        this.reached = new ReachedTenants(app, caller);
        this.events = new OrganizationEvents(session, caller.recordedAs());
    }

    TenantList list(String limit, @Nullable String cursor, @Nullable String status) {
        int size = PageRequest.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
        List<Tenant> rows = tenants.list(status(status), TimeCursor.parse(session, cursor), size);
        Page<Tenant> page =
                Page.cut(session, rows, size, tenant -> new TimeCursor(tenant.createdAt(), tenant.id()).cursor());
        return new TenantList(
                page.rows().stream()
                        .filter(tenant -> caller.maySee(tenant.organization()))
                        .map(this::response)
                        .toList(),
                page.pagination());
    }

    TenantResponse create(CreateTenantRequest request) {
        Tenant made = new TenantChanges(app)
                .create(request.displayName(), request.slug(), Metadata.write(request.metadata()));
        events.created(made.organization());
        return response(made);
    }

    TenantResponse get(String id) {
        return response(reached.requireSeen(id));
    }

    TenantResponse update(String id, UpdateTenantRequest request) {
        Tenant changed = new TenantChanges(app)
                .update(
                        reached.requireManaged(id),
                        request.displayName(),
                        request.slug(),
                        status(request.status()),
                        Metadata.write(request.metadata()));
        events.updated(changed.organization());
        return response(changed);
    }

    void delete(String id) {
        Tenant tenant = reached.requireManaged(id);
        new TenantChanges(app).delete(tenant);
        events.deleted(tenant.id());
    }

    private TenantResponse response(Tenant tenant) {
        return TenantResponse.of(app.id(), tenant);
    }

    private static @Nullable TenantStatus status(@Nullable String name) {
        if (name == null) {
            return null;
        }
        for (TenantStatus status : TenantStatus.values()) {
            if (status.word().equals(name)) {
                return status;
            }
        }
        throw ApiException.invalid("status", FieldFault.UNKNOWN, "must be active, suspended or archived");
    }
}
