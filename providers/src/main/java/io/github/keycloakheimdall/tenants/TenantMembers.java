/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.organization.MembershipEvents;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.tenant.Member;
import io.github.keycloakheimdall.tenant.Members;
import io.github.keycloakheimdall.tenant.Tenant;
import io.github.keycloakheimdall.user.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** What both doors do with the members of a tenant. */
final class TenantMembers {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;
    private final ReachedTenants tenants;
    private final Users users;
    private final MembershipEvents events;

    TenantMembers(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.tenants = new ReachedTenants(app, caller);
        this.users = new Users(app, caller);
        this.events = new MembershipEvents(session, caller.recordedAs());
    }

    MemberList list(String id, String limit, @Nullable String cursor) {
        int size = PageRequest.limit(limit, TenantService.DEFAULT_LIMIT, TenantService.MAX_LIMIT);
        List<Member> rows = of(tenants.requireSeen(id)).list(TimeCursor.parse(session, cursor), size);
        Page<Member> page =
                Page.cut(session, rows, size, member -> new TimeCursor(member.joinedAt(), member.id()).cursor());
        return new MemberList(
                page.rows().stream()
                        .filter(this::isSeen)
                        .map(MemberResponse::of)
                        .toList(),
                page.pagination());
    }

    AddedMember add(String id, AddMemberRequest request) {
        Tenant tenant = tenants.requireManaged(id);
        RoleModel role = AppRoles.require(app, request.roleName());
        MemberAccount account = MemberAccount.of(app, caller, request);
        Member added = of(tenant).add(account.user(), role);
        if (account.created()) {
            events.accountMade(account.user());
        }
        events.joined(tenant.organization(), account.user(), added.role().getName());
        return new AddedMember(MemberResponse.of(added), added.accountId(), account.created());
    }

    MemberResponse changeRole(String id, String accountId, String roleName) {
        Tenant tenant = tenants.requireManaged(id);
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
        Tenant tenant = tenants.requireManaged(id);
        UserModel user = users.requireActable(accountId);
        of(tenant).remove(user);
        events.left(tenant.organization(), user);
    }

    private boolean isSeen(Member member) {
        UserModel user = users.find(member.accountId());
        return user != null && (caller.maySeeAll() || caller.maySee(user));
    }

    private Members of(Tenant tenant) {
        return new Members(app, tenant);
    }
}
