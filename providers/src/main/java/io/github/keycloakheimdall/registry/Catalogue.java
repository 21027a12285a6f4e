/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.AppFacts;
import io.github.keycloakheimdall.app.AttemptRetention;
import io.github.keycloakheimdall.app.Environment;
import io.github.keycloakheimdall.app.EventRetention;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.caller.ServerAdmin;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.Pagination;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.admin.SeenRealms;
import io.github.keycloakheimdall.keycloak.realm.RealmColumns;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** The apps of a server, read from the tables alone: no realm is loaded. */
final class Catalogue {

    /** What makes a row of HEIMDALL_APP an app that is there. */
    static final String APPS = " from AppEntity app join RealmEntity realm on realm.id = app.realmId"
            + " where app.removedAt is null and exists (select a.name from RealmAttributeEntity a where a.realm = realm"
            + " and a.name = :enabled and lower(trim(a.value)) = 'true') and ";

    private static final String PAGE = "select realm.id, realm.name, %s, (select a.value"
            + " from RealmAttributeEntity a where a.realm = realm and a.name = :status), app.createdBy, app.createdAt,"
            + " app.updatedAt, app.environment, app.metadata, app.attemptDays, realm.eventsExpiration, (select a.value"
            + " from RealmAttributeEntity a where a.realm = realm and a.name = :kept)" + APPS;
    private static final String BEHIND = " and (app.createdAt < :at or app.createdAt = :at and app.realmId < :id)"
            + " order by app.createdAt desc, app.realmId desc";

    private final KeycloakSession session;
    private final ServerAdmin admin;

    Catalogue(KeycloakSession session, ServerAdmin admin) {
        this.session = session;
        this.admin = admin;
    }

    /** @param workspaceId null for any; all apps are in one */
    Page<AppView> page(@Nullable String workspaceId, PageRequest request) {
        TimeCursor after = TimeCursor.of(request.after());
        SeenRealms seen = seen(admin, workspaceId);
        if (seen.isEmpty()) {
            return new Page<>(List.of(), Pagination.SINGLE_PAGE);
        }
        EntityManager database = OwnTables.entityManager(session);
        String query = PAGE.formatted(RealmColumns.displayName(database, "realm")) + seen.condition("realm") + BEHIND;
        List<AppView> rows = seen.fill(database.createQuery(query, Object[].class))
                .setParameter("enabled", Toggle.ENABLED.attribute())
                .setParameter("status", Toggle.STATUS.attribute())
                .setParameter("kept", EventRetention.ADMIN_EVENTS)
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(request.limit() + 1)
                .getResultStream()
                .map(this::view)
                .toList();
        return Page.cut(session, rows, request.limit(), row -> new TimeCursor(
                        row.createdAt().toEpochMilli(), row.id())
                .cursor());
    }

    /** What the admin may look into of that workspace, null being any. */
    static SeenRealms seen(ServerAdmin admin, @Nullable String workspaceId) {
        return workspaceId == null || workspaceId.equals(admin.workspaceId())
                ? admin.rights().seen()
                : SeenRealms.NONE;
    }

    private AppView view(Object[] row) {
        AppFacts facts = new AppFacts(
                (String) row[4],
                Instant.ofEpochMilli((Long) row[5]),
                Instant.ofEpochMilli((Long) row[6]),
                Environment.valueOf((String) row[7]),
                (String) row[8],
                AttemptRetention.days((Integer) row[9]));
        return AppView.of(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                admin.workspaceId(),
                (String) row[3],
                EventRetention.days((Long) row[10], (String) row[11]),
                facts);
    }
}
