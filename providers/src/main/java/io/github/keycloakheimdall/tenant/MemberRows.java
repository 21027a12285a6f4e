/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.organization.OrganizationRows;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;

/**
 * The table of members, as far as one tenant's go. Who is a member Keycloak knows; the table has since when, and gets
 * a row for whoever came in by another way than this API when it is first asked.
 */
final class MemberRows {

    private static final Logger LOG = Logger.getLogger(MemberRows.class);

    private final KeycloakSession session;
    private final App app;
    private final Tenant tenant;

    MemberRows(App app, Tenant tenant) {
        this.session = app.session();
        this.app = app;
        this.tenant = tenant;
    }

    /** The row of a member, who gets one if there is none. */
    Optional<TenantMemberEntity> noted(String userId) {
        Optional<TenantMemberEntity> known = of(userId);
        if (known.isPresent()) {
            return known;
        }
        adopt(userId);
        return of(userId);
    }

    /** Rows of members from the newest to the oldest. */
    Stream<TenantMemberEntity> page(TimeCursor after, int limit) {
        OrganizationRows.membersWithout(session, tenant.id(), TenantMemberEntity.class.getName())
                .forEach(this::adopt);
        return OwnTables.entityManager(session)
                .createQuery(
                        "select row from TenantMemberEntity row where row.tenantId = :tenant"
                                + " and exists (select 1 from UserGroupMembershipEntity member, OrganizationEntity org"
                                + " where org.id = :tenant and member.groupId = org.groupId"
                                + " and member.user.id = row.userId)"
                                + " and (row.joinedAt < :at or (row.joinedAt = :at and row.id < :id))"
                                + " order by row.joinedAt desc, row.id desc",
                        TenantMemberEntity.class)
                .setParameter("tenant", tenant.id())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultStream();
    }

    /** The user's row, also one that outlived the membership. */
    Optional<TenantMemberEntity> of(String userId) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select row from TenantMemberEntity row where row.tenantId = :tenant and row.userId = :user",
                        TenantMemberEntity.class)
                .setParameter("tenant", tenant.id())
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    /** Takes the user's row away, if there is one. */
    void remove(String userId) {
        of(userId).ifPresent(row -> OwnTables.entityManager(session).remove(row));
    }

    private void adopt(String userId) {
        try {
            OwnTransaction.run(session, own -> OwnTables.entityManager(own).persist(fresh(userId)));
        } catch (ModelDuplicateException another) {
            LOG.debugf("Another request noted that %s joined", userId);
        }
    }

    /** A row of someone who joins now, which is not in the table yet. */
    TenantMemberEntity fresh(String userId) {
        TenantMemberEntity row = new TenantMemberEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = app.id();
        row.tenantId = tenant.id();
        row.userId = userId;
        row.joinedAt = Clock.millis();
        return row;
    }
}
