/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.organization.OrganizationExit;
import io.github.keycloakheimdall.keycloak.organization.OrganizationLock;
import io.github.keycloakheimdall.keycloak.organization.OrganizationRows;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import io.github.keycloakheimdall.table.OwnTables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** The members of one tenant. */
public final class Members {

    private final KeycloakSession session;
    private final App app;
    private final Tenant tenant;
    private final MemberRows rows;
    private final MemberRoles roles;

    public Members(App app, Tenant tenant) {
        this.session = app.session();
        this.app = app;
        this.tenant = tenant;
        this.rows = new MemberRows(app, tenant);
        this.roles = new MemberRoles(app, tenant.organization());
    }

    /** The user's membership. */
    public Optional<Member> of(UserModel user) {
        if (!OrganizationRows.isMember(session, tenant.id(), user)) {
            return Optional.empty();
        }
        return rows.noted(user.getId()).map(row -> member(row, user));
    }

    /**
     * Members from the newest to the oldest, one more than the limit where there are more. The account of one may be
     * gone when it is looked at, as where a directory has its entry no more.
     */
    public List<Member> list(TimeCursor after, int limit) {
        return rows.page(after, limit + 1)
                .map(row -> member(row, session.users().getUserById(app.realm(), row.userId)))
                .toList();
    }

    /** @throws ApiException 404 when the tenant is gone, 409 when the user is a member already */
    public Member add(UserModel user, RoleModel role) {
        lock(user);
        if (OrganizationRows.isMember(session, tenant.id(), user)) {
            throw ApiException.conflict("The account is a member of this tenant already");
        }
        organizations().addMember(tenant.organization(), user);
        rows.remove(user.getId());
        OwnTables.entityManager(session).flush();
        TenantMemberEntity row = rows.fresh(user.getId());
        roles.give(row, user, role);
        OwnTables.entityManager(session).persist(row);
        return member(row, user);
    }

    /** @throws ApiException 404 when the user is no member, or the tenant is gone */
    public Member changeRole(UserModel user, RoleModel role) {
        lock(user);
        Member member = of(user).orElseThrow(ApiException::notFound);
        rows.of(user.getId()).ifPresent(row -> roles.give(row, user, role));
        return new Member(member.id(), member.tenantId(), member.accountId(), role, member.joinedAt());
    }

    /** @throws ApiException 404 when the user is no member, or the tenant is gone */
    public void remove(UserModel user) {
        lock(user);
        if (!OrganizationRows.isMember(session, tenant.id(), user)) {
            throw ApiException.notFound();
        }
        rows.remove(user.getId());
        new OrganizationExit(session).leave(tenant.organization(), user);
    }

    private void lock(UserModel user) {
        if (!OrganizationLock.hold(session, app.realm(), tenant.id())) {
            throw ApiException.notFound();
        }
        UserLock.acquire(session, user);
    }

    private Member member(TenantMemberEntity row, @Nullable UserModel user) {
        return new Member(row.id, tenant.id(), row.userId, roles.of(row, user), row.joinedAt);
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }
}
