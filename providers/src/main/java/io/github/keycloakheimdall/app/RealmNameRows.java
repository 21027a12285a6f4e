/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.outbound.EventKind;
import io.github.keycloakheimdall.outbound.Occurrence;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The table of names that apps have and had. */
final class RealmNameRows {

    private static final Logger LOG = Logger.getLogger(RealmNameRows.class);

    /** Longer than any token lives. */
    private static final long KEPT = Duration.ofDays(366).toMillis();

    private static final int MOST = 100;

    private RealmNameRows() {}

    /**
     * What the table says.
     *
     * @param current the name that the realm was last seen to have, or null
     */
    record Known(@Nullable String current, List<RealmNames.Former> former) {}

    /** The realm that gave up that name last, and lately; to be asked only where no realm has it now. */
    static Optional<RealmModel> holder(KeycloakSession session, String name) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select row from RealmNameEntity row where row.name = :name"
                                + " and (row.renamedAt is null or row.renamedAt > :since)",
                        RealmNameEntity.class)
                .setParameter("name", name)
                .setParameter("since", Clock.millis() - RealmNames.ALIAS)
                .setMaxResults(MOST)
                .getResultStream()
                .max(Comparator.comparingLong(row -> row.renamedAt == null ? Long.MAX_VALUE : row.renamedAt))
                .map(row -> session.realms().getRealm(row.realmId));
    }

    /** Takes in that the realm was renamed; under the lock of the realm. */
    static void follow(KeycloakSession session, RealmModel realm) {
        EntityManager database = OwnTables.entityManager(session);
        List<RealmNameEntity> rows = database.createQuery(
                        "select row from RealmNameEntity row where row.realmId = :realm", RealmNameEntity.class)
                .setParameter("realm", realm.getId())
                .getResultList();
        long now = Clock.millis();
        Optional<RealmNameEntity> same =
                rows.stream().filter(row -> row.name.equals(realm.getName())).findFirst();
        for (RealmNameEntity row : rows) {
            if (same.filter(row::equals).isPresent()) {
                row.renamedAt = null;
            } else if (row.renamedAt == null) {
                row.renamedAt = now;
                LOG.warnf(
                        "Realm %s was renamed to %s: clients have to call the app by its new name; tokens of before are"
                                + " good until they end, and the JWKS answers under the old name for 30 days, unless"
                                + " another realm takes it",
                        row.name, realm.getName());
                tell(session, realm, row.name);
            } else if (row.renamedAt < now - KEPT) {
                database.remove(row);
            }
        }
        if (same.isEmpty()) {
            database.persist(row(realm));
        }
    }

    private static void tell(KeycloakSession session, RealmModel realm, String former) {
        new Occurrence(
                        session,
                        realm,
                        EventKind.APP_SLUG_CHANGED,
                        Map.of("slug", realm.getName(), "previous_slug", former))
                .publish();
    }

    private static RealmNameEntity row(RealmModel realm) {
        RealmNameEntity row = new RealmNameEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = realm.getId();
        row.name = realm.getName();
        return row;
    }

    /** What the table says of the realm. */
    static Known read(KeycloakSession session, RealmModel realm) {
        List<Object[]> rows = OwnTables.entityManager(session)
                .createQuery(
                        "select row.name, row.renamedAt from RealmNameEntity row where row.realmId = :realm",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .getResultList();
        String current = rows.stream()
                .filter(row -> row[1] == null)
                .map(row -> (String) row[0])
                .findFirst()
                .orElse(null);
        List<RealmNames.Former> former = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> new RealmNames.Former((String) row[0], (Long) row[1]))
                .toList();
        return new Known(current, former);
    }
}
