/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Metadata;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.OrganizationEvents;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.tenancy.Member;
import io.github.keycloakheimdall.tenancy.Members;
import io.github.keycloakheimdall.tenancy.Tenant;
import io.github.keycloakheimdall.tenancy.TenantChanges;
import io.github.keycloakheimdall.tenancy.TenantStatus;
import io.github.keycloakheimdall.tenancy.Tenants;
import io.github.keycloakheimdall.user.Users;
import java.util.List;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** What both doors do with tenants: a backend with its key, and an admin. */
final class TenantService {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;
    private final Tenants tenants;
    private final Users users;
    private final OrganizationEvents events;

    TenantService(KeycloakSession session, App app, Caller caller) {
        this.session = session;
        this.app = app;
        this.caller = caller;
        this.tenants = new Tenants(session, app);
        this.users = new Users(session, app, caller);
        this.events = new OrganizationEvents(session, caller.recordedAs());
    }

    TenantList list(String limit, String cursor, String status) {
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
        Tenant made = new TenantChanges(session, app)
                .create(request.displayName(), request.slug(), Metadata.write(request.metadata()));
        events.created(made.organization());
        return response(made);
    }

    TenantResponse get(String id) {
        return response(seen(id));
    }

    TenantResponse update(String id, UpdateTenantRequest request) {
        Tenant changed = new TenantChanges(session, app)
                .update(
                        managed(id),
                        request.displayName(),
                        request.slug(),
                        status(request.status()),
                        Metadata.write(request.metadata()));
        events.updated(changed.organization());
        return response(changed);
    }

    void delete(String id) {
        Tenant tenant = managed(id);
        new TenantChanges(session, app).delete(tenant);
        events.deleted(tenant.id());
    }

    MemberList members(String id, String limit, String cursor) {
        int size = PageRequest.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
        List<Member> rows = of(seen(id)).list(TimeCursor.parse(session, cursor), size);
        Page<Member> page =
                Page.cut(session, rows, size, member -> new TimeCursor(member.joinedAt(), member.id()).cursor());
        return new MemberList(
                page.rows().stream().filter(this::seen).map(MemberResponse::of).toList(), page.pagination());
    }

    AddedMember add(String id, AddMemberRequest request) {
        Tenant tenant = managed(id);
        RoleModel role = AppRoles.require(app, request.roleName());
        MemberAccount account = MemberAccount.of(session, app, caller, request);
        Member added = of(tenant).add(account.user(), role);
        if (account.created()) {
            events.accountMade(account.user());
        }
        events.joined(tenant.organization(), account.user(), added.role().getName());
        return new AddedMember(MemberResponse.of(added), added.accountId(), account.created());
    }

    MemberResponse changeRole(String id, String accountId, String roleName) {
        Tenant tenant = managed(id);
        RoleModel role = AppRoles.require(app, roleName);
        UserModel user = users.requireMovable(accountId);
        Members members = of(tenant);
        return MemberResponse.of(events.moving(
                tenant.organization(),
                user,
                () -> members.of(user).map(Member::role).map(RoleModel::getName).orElse(null),
                () -> members.changeRole(user, role)));
    }

    void remove(String id, String accountId) {
        Tenant tenant = managed(id);
        UserModel user = users.requireActable(accountId);
        of(tenant).remove(user);
        events.left(tenant.organization(), user);
    }

    private Tenant seen(String id) {
        Tenant tenant = require(id);
        if (!caller.maySee(tenant.organization())) {
            throw ApiException.forbidden("You may not see this tenant");
        }
        return tenant;
    }

    private Tenant managed(String id) {
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

    private boolean seen(Member member) {
        return caller.maySeeAll() || caller.maySee(users.find(member.accountId()));
    }

    private Members of(Tenant tenant) {
        return new Members(session, app, tenant);
    }

    private TenantResponse response(Tenant tenant) {
        return TenantResponse.of(app.id(), tenant);
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
