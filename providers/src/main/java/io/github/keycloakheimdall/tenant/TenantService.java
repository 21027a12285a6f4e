/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.OrganizationEvents;
import io.github.keycloakheimdall.tenancy.Member;
import io.github.keycloakheimdall.tenancy.MemberRoles;
import io.github.keycloakheimdall.tenancy.Members;
import io.github.keycloakheimdall.tenancy.Tenant;
import io.github.keycloakheimdall.tenancy.TenantChanges;
import io.github.keycloakheimdall.tenancy.TenantStatus;
import io.github.keycloakheimdall.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** What both doors do with tenants: a backend with its key, and an admin. */
final class TenantService {

    private static final int MAX_LIMIT = 100;

    private final KeycloakSession session;
    private final App app;
    private final Tenants tenants;
    private final OrganizationEvents events;

    /** @param caller in whose name changes are recorded */
    TenantService(KeycloakSession session, App app, Supplier<AdminAuth> caller) {
        this.session = session;
        this.app = app;
        this.tenants = new Tenants(session, app);
        this.events = new OrganizationEvents(session, caller);
    }

    TenantList list(String limit, String cursor, String status) {
        int size = size(limit);
        List<Tenant> rows = tenants.list(status(status), TimeCursor.parse(cursor), size);
        Page<Tenant> page = Page.cut(rows, size, tenant -> new TimeCursor(tenant.createdAt(), tenant.id()).cursor());
        return new TenantList(page.rows().stream().map(this::response).toList(), page.pagination());
    }

    TenantResponse create(CreateTenantRequest request) {
        Tenant made = new TenantChanges(session, app)
                .create(request.displayName(), request.slug(), Metadata.write(request.metadata()));
        events.created(made.organization());
        return response(made);
    }

    TenantResponse get(String id) {
        return response(tenants.require(id));
    }

    TenantResponse update(String id, UpdateTenantRequest request) {
        Tenant changed = new TenantChanges(session, app)
                .update(
                        tenants.require(id),
                        request.displayName(),
                        request.slug(),
                        status(request.status()),
                        Metadata.write(request.metadata()));
        events.updated(changed.organization());
        return response(changed);
    }

    void delete(String id) {
        Tenant tenant = tenants.require(id);
        new TenantChanges(session, app).delete(tenant);
        events.deleted(tenant.id());
    }

    MemberList members(String id, String limit, String cursor) {
        int size = size(limit);
        List<Member> rows = of(tenants.require(id)).list(TimeCursor.parse(cursor), size);
        Page<Member> page = Page.cut(rows, size, member -> new TimeCursor(member.joinedAt(), member.id()).cursor());
        return new MemberList(page.rows().stream().map(MemberResponse::of).toList(), page.pagination());
    }

    AddedMember add(String id, AddMemberRequest request) {
        Tenant tenant = tenants.require(id);
        RoleModel role = MemberRoles.require(app, request.roleName());
        MemberAccount account = MemberAccount.of(session, app, request);
        Member added = of(tenant).add(account.user(), role);
        if (account.created()) {
            events.accountMade(account.user());
        }
        events.joined(tenant.organization(), account.user());
        return new AddedMember(MemberResponse.of(added), added.accountId(), account.created());
    }

    MemberResponse changeRole(String id, String accountId, String roleName) {
        Tenant tenant = tenants.require(id);
        RoleModel role = MemberRoles.require(app, roleName);
        UserModel user = MemberAccount.require(session, app, accountId);
        return MemberResponse.of(
                events.moving(tenant.organization(), user, () -> of(tenant).changeRole(user, role)));
    }

    void remove(String id, String accountId) {
        Tenant tenant = tenants.require(id);
        UserModel user = MemberAccount.require(session, app, accountId);
        of(tenant).remove(user);
        events.left(tenant.organization(), user);
    }

    private Members of(Tenant tenant) {
        return new Members(session, app, tenant);
    }

    private TenantResponse response(Tenant tenant) {
        return TenantResponse.of(app.id(), tenant);
    }

    private static int size(String limit) {
        if (!limit.matches("[1-9]\\d?|" + MAX_LIMIT)) {
            throw ApiException.invalid("limit", "must be 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static TenantStatus status(String name) {
        if (name == null) {
            return null;
        }
        for (TenantStatus status : TenantStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(name)) {
                return status;
            }
        }
        throw ApiException.invalid("status", "must be active, suspended or archived");
    }
}
