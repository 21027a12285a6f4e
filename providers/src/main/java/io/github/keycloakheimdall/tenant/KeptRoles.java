/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.organization.OrganizationGroups;
import io.github.keycloakheimdall.keycloak.organization.OrganizationMove;
import io.github.keycloakheimdall.keycloak.organization.OrganizationSwitch;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.OrganizationMemberLeaveEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.provider.ProviderEvent;

/**
 * The roles that rows of members keep while Keycloak has no groups inside organizations. Whoever leaves loses theirs,
 * so that nobody comes back with it; a Keycloak that has such groups gets them at its first start.
 */
public final class KeptRoles {

    private static final Logger LOG = Logger.getLogger(KeptRoles.class);

    private KeptRoles() {}

    /** Starts to listen; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        factory.register(KeptRoles::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationMemberLeaveEvent left) {
            forget(left.getSession(), left.getOrganization(), left.getUser());
        } else if (!Feature.ORGANIZATION_GROUPS.isThere()) {
            return;
        } else if (event instanceof PostMigrationEvent started) {
            // Without organizations there are no members now, and there may be again.
            if (OrganizationSwitch.isServerOn()) {
                OwnTransaction.call(started.getFactory(), KeptRoles::kept)
                        .forEach(id -> makeGroup(started.getFactory(), id));
            }
        } else {
            OrganizationMove.of(event).filter(OrganizationMove::joined).ifPresent(KeptRoles::given);
        }
    }

    /** Who is given another role has no more the one that could not be moved. */
    private static void given(OrganizationMove move) {
        OrganizationModel organization = move.organization();
        RealmModel realm = move.session().getContext().getRealm();
        if (organization != null && realm != null && AppModel.isAppRole(realm, move.group())) {
            forget(move.session(), organization, move.user());
        }
    }

    private static void forget(KeycloakSession session, OrganizationModel organization, UserModel user) {
        OwnTables.entityManager(session)
                .createQuery("update TenantMemberEntity row set row.role = null"
                        + " where row.tenantId = :tenant and row.userId = :user and row.role is not null")
                .setParameter("tenant", organization.getId())
                .setParameter("user", user.getId())
                .executeUpdate();
    }

    private static List<String> kept(KeycloakSession session) {
        return OwnTables.entityManager(session)
                .createQuery("select row.id from TenantMemberEntity row where row.role is not null", String.class)
                .getResultList();
    }

    /** What cannot be moved goes on counting where it is. */
    private static void makeGroup(KeycloakSessionFactory factory, String id) {
        try {
            OwnTransaction.run(factory, session -> makeGroup(session, id));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The role of the tenant's member %s is not shown in the console; it counts all the same", id);
        }
    }

    private static void makeGroup(KeycloakSession session, String id) {
        TenantMemberEntity row = OwnTables.entityManager(session).find(TenantMemberEntity.class, id);
        if (row == null || row.role == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(row.realmId);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(row.tenantId);
        UserModel user = session.users().getUserById(realm, row.userId);
        if (organization != null && user != null && organization.isMember(user)) {
            if (OrganizationGroups.of(session, organization, user)
                    .noneMatch(group -> AppModel.isAppRole(realm, group.getName()))) {
                OrganizationGroups.keep(session, organization, user, row.role);
            }
            row.role = null;
        }
    }
}
